// Owns who imports whom inside the project, and what follows from it: no import that leads nowhere,
// no cycle, no file that no program reaches.
import type { Law, ProjectFile, Tree } from './law';
import { isCode } from './law';
import { importsOf } from './source';

/** One import between two files, or from a file to a package (then `to` is its name). */
export interface Edge {
  readonly from: string;
  readonly line: number;
  readonly to: string;
  readonly kind: 'file' | 'package' | 'nowhere';
  readonly typeOnly: boolean;
}

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts', '/index.tsx'];

/** The path that `written`, a relative address, means when read in the file at `from`. */
function relative(from: string, written: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of written.replace(/\?.*$/u, '').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function edgesOf(file: ProjectFile, paths: ReadonlySet<string>): Edge[] {
  return importsOf(file).map(({ from: written, line, typeOnly }) => {
    const edge = { from: file.path, line, typeOnly };
    if (!written.startsWith('.')) return { ...edge, to: written, kind: 'package' };
    const path = relative(file.path, written);
    const found = ENDINGS.map((ending) => path + ending).find((candidate) => paths.has(candidate));
    return { ...edge, to: found ?? written, kind: found === undefined ? 'nowhere' : 'file' };
  });
}

const known = new WeakMap<Tree, readonly Edge[]>();

/** Every import of the tree's code. */
export function edges(tree: Tree): readonly Edge[] {
  const before = known.get(tree);
  if (before !== undefined) return before;
  const paths = new Set(tree.map((file) => file.path));
  const found = tree.filter((file) => isCode(file.path)).flatMap((file) => edgesOf(file, paths));
  known.set(tree, found);
  return found;
}

/** Files by the file that imports them. */
function fileEdges(tree: Tree): Map<string, Edge[]> {
  const byFile = new Map<string, Edge[]>();
  for (const edge of edges(tree)) {
    if (edge.kind !== 'file') continue;
    byFile.set(edge.from, [...(byFile.get(edge.from) ?? []), edge]);
  }
  return byFile;
}

/** Every relative import names a file of the project. */
export const importsResolve: Law = (tree) =>
  edges(tree)
    .filter((edge) => edge.kind === 'nowhere' && !/(?:^|\/)out\//u.test(edge.to))
    .map((edge) => `${edge.from}:${edge.line}: nothing at "${edge.to}"`);

/** No file reaches itself through its imports, types included. */
export const noCycles: Law = (tree) => {
  const graph = fileEdges(tree);
  const breaches: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) breaches.push(`${[...trail.slice(at), path].join(' -> ')}: a cycle`);
    if (at !== -1 || done.has(path)) return;
    for (const edge of graph.get(path) ?? []) visit(edge.to, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return breaches;
};

const QUOTED_SOURCE = /['"](src\/[^'"]+)['"]/gu;
const PAGE_SCRIPT = /(?:src|href)=["']\.?\/?([^"':]+)["']/gu;

/** Where programs begin: what the build is told to build, and what its pages load. */
function beginnings(tree: Tree): string[] {
  const config = tree.find((file) => file.path === 'electron.vite.config.ts')?.text ?? '';
  const named = [...config.matchAll(QUOTED_SOURCE)].map((match) => match[1] ?? '');
  const pages = tree.filter((file) => named.includes(file.path) && file.path.endsWith('.html'));
  const loaded = pages.flatMap((page) =>
    [...page.text.matchAll(PAGE_SCRIPT)].map((match) => relative(page.path, match[1] ?? '')),
  );
  return [...named, ...loaded];
}

/** Declarations (.d.ts) tell the compiler what there is; no program consists of them. */
const SHIPPED = /^src\/.*(?<!\.d)\.(?:ts|tsx|css|js|mjs|sql)$/u;

/** Every source is part of some program. */
export const noDeadFiles: Law = (tree) => {
  const graph = fileEdges(tree);
  const reached = new Set<string>();
  const waiting = beginnings(tree);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(graph.get(path) ?? []).map((edge) => edge.to));
  }
  return tree
    .filter((file) => SHIPPED.test(file.path) && !reached.has(file.path))
    .map((file) => `${file.path}: no program reaches it`);
};
