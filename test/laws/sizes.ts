// Owns how large things may be: functions, files, lines, parameters, and folders by their entries.
// Refuses to weigh them any other way: what is counted is what an editor shows.
import { byLine, isCode, isSource, linesOf, type Law } from './law';
import { functionsOf } from './source';

const FUNCTION_MOST_LINES = 50;
const MOST_PARAMETERS = 3;
const MOST_COLUMNS = 100;
const MOST_ENTRIES = 12;

/** Most lines by kind of file; the first that fits decides. */
const FILE_MOST_LINES: readonly (readonly [RegExp, number])[] = [
  [/^src\/main\/(?:index|engine|headless)\.ts$/u, 60],
  [/^src\/main\/compose\.ts$/u, 200],
  [/^src\/preload\//u, 40],
  [/^src\/main\/(?:flow|core\/codec)\//u, 120],
  [/^src\/.*\.tsx$/u, 150],
  [/^test\//u, 400],
  [/^/u, 250],
];

/** Most lines of the file at `path`. */
function mostLines(path: string): number {
  return FILE_MOST_LINES.find(([kind]) => kind.test(path))?.[1] ?? 0;
}

/** No file is longer than its kind may be. */
export const fileLength: Law = (tree) =>
  tree
    .filter((file) => isSource(file.path))
    .flatMap((file) => {
      const [lines, most] = [linesOf(file.text).length, mostLines(file.path)];
      return lines > most ? [`${file.path}: ${lines} lines, at most ${most}`] : [];
    });

/** No function is longer than a screen. */
export const functionLength: Law = (tree) =>
  tree
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      functionsOf(file)
        .filter((found) => found.lines > FUNCTION_MOST_LINES)
        .map(({ name, line, lines }) => `${file.path}:${line}: ${name} has ${lines} lines`),
    );

/** Nothing takes more than three parameters; what needs more takes one object with named fields. */
export const parameterCount: Law = (tree) =>
  tree
    .filter((file) => isCode(file.path))
    .flatMap((file) =>
      functionsOf(file)
        .filter((found) => found.parameters > MOST_PARAMETERS)
        .map(({ name, line, parameters }) => `${file.path}:${line}: ${name} takes ${parameters}`),
    );

/** No line is wider than a page. */
export const lineWidth: Law = (tree) =>
  tree
    .filter((file) => isSource(file.path))
    .flatMap((file) =>
      byLine(file, (line) => (line.length > MOST_COLUMNS ? `${line.length} columns` : null)),
    );

const COUNTED = /^(?:src|test|docs|scripts|resources)(?:\/|$)/u;

/** Entries by folder, '' being the root, where what is hidden does not count. */
function entriesOf(paths: readonly string[]): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      const entries = folders.get(folder) ?? new Set<string>();
      folders.set(folder, entries.add(parts[depth] ?? ''));
    }
  }
  return folders;
}

/** No folder has more entries than one glance takes in. */
export const folderEntries: Law = (tree) =>
  [...entriesOf(tree.map((file) => file.path))].flatMap(([folder, entries]) => {
    if (folder !== '' && !COUNTED.test(folder)) return [];
    const seen =
      folder === '' ? [...entries].filter((name) => !name.startsWith('.')) : [...entries];
    if (seen.length <= MOST_ENTRIES) return [];
    return [
      `${folder === '' ? 'the root' : folder}: ${seen.length} entries, at most ${MOST_ENTRIES}`,
    ];
  });
