// Owns the shape of a law: a pure function from the project's files to what breaks it. Refuses
// exemptions: no law knows a file by name to let it off.

/** A file by its path from the root, with forward slashes. What is no text has the text ''. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

/** Every file that belongs to the project, in any order. */
export type Tree = readonly ProjectFile[];

/** One place where a law is broken, as a line a person can act on: `path[:line]: what is wrong`. */
export type Breach = string;

/** A law. An empty list means that it holds. */
export type Law = (tree: Tree) => readonly Breach[];

const SOURCE = /\.(?:ts|tsx|mts|js|mjs|css|sql)$/u;
const CODE = /\.(?:ts|tsx|mts|js|mjs)$/u;
const OURS = /^(?:src|test|scripts)\/|^[^/]+$/u;

/** Whether a person wrote this file as source: code, styles or statements, not data or prose. */
export const isSource = (path: string): boolean => SOURCE.test(path) && OURS.test(path);

/** Whether a file is code that the TypeScript parser reads. */
export const isCode = (path: string): boolean => CODE.test(path) && OURS.test(path);

/** The lines of a text; the newline at its end does not begin another. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** A file's breaches by line: one for every line that `check` finds something wrong with. */
export function byLine(file: ProjectFile, check: (line: string) => string | null): Breach[] {
  return linesOf(file.text).flatMap((line, index) => {
    const wrong = check(line);
    return wrong === null ? [] : [`${file.path}:${index + 1}: ${wrong}`];
  });
}
