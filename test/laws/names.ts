// Owns what files and folders may be called: kebab-case, and never a word that says nothing of what
// is inside.
import type { Law } from './law';

const NAMED = /^(?:src|test|docs|scripts|resources)\//u;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/u;
const EMPTY = /^(?:util|helper|manager|handler|service|common|misc|utilitie)s?$/u;

function wrongWith(part: string): string | null {
  if (!KEBAB.test(part)) return `"${part}" is not kebab-case`;
  const empty = part.split(/[-.]/u).find((word) => EMPTY.test(word));
  return empty === undefined ? null : `"${empty}" says nothing of what is inside`;
}

/** Every name below the project's folders is kebab-case and says something. */
export const names: Law = (tree) =>
  tree
    .filter((file) => NAMED.test(file.path))
    .flatMap((file) =>
      file.path.split('/').flatMap((part) => {
        const wrong = wrongWith(part);
        return wrong === null ? [] : [`${file.path}: ${wrong}`];
      }),
    );
