// Owns who may import whom: the table of the architecture, row by row. The path of a file says what
// it may touch; nothing else does.
import { isBuiltin } from 'node:module';
import type { Law } from './law';
import { edges, type Edge } from './graph';

/** What the files of one part of the house may import. */
interface Row {
  /** Which files the row is about. The first row that fits decides. */
  readonly part: RegExp;
  /** Which files of the project they may import; the part's own pieces are named too. */
  readonly files: readonly RegExp[];
  /** Which packages, beside Node's own. */
  readonly packages: RegExp | null;
  readonly node: boolean;
}

const CONTRACT = /^src\/contract\//u;
const CORE = /^src\/main\/core\//u;
const PORTS = /^src\/main\/flow\/ports(?:\.ts$|\/)/u;
const HOUSE = /^src\/(?:contract\/|main\/(?!shell\/))/u;
const NO_ELECTRON = /^(?!electron(?:$|\/))/u;
const EVERY = /^/u;

const ROWS: readonly Row[] = [
  { part: CONTRACT, files: [CONTRACT], packages: /^(?:zod|@orpc\/contract)(?:$|\/)/u, node: false },
  { part: CORE, files: [CORE, CONTRACT], packages: null, node: false },
  {
    part: /^src\/main\/flow\//u,
    files: [CORE, CONTRACT, /^src\/main\/flow\//u],
    packages: null,
    node: false,
  },
  {
    part: /^src\/main\/tools\//u,
    files: [CORE, CONTRACT, PORTS, /^src\/main\/(?:tools|io\/(?:store|feeds|payments))\//u],
    packages: NO_ELECTRON,
    node: true,
  },
  {
    part: /^src\/main\/shell\//u,
    files: [CONTRACT, /^src\/main\/shell\//u],
    packages: EVERY,
    node: true,
  },
  {
    part: /^src\/main\/index\.ts$/u,
    files: [/^src\/(?:contract|main)\//u],
    packages: EVERY,
    node: true,
  },
  {
    part: /^src\/main\/[^/]+$/u,
    files: [HOUSE, /^package\.json$/u],
    packages: NO_ELECTRON,
    node: true,
  },
  {
    part: /^src\/preload\//u,
    files: [CONTRACT, /^src\/preload\//u],
    packages: /^electron$/u,
    node: false,
  },
  {
    part: /^src\/renderer\//u,
    files: [CONTRACT, /^src\/renderer\//u],
    packages: NO_ELECTRON,
    node: false,
  },
];

const IO = /^src\/main\/io\/([^/]+)\//u;

/** The row for a folder of io: itself, and what every part of io may see. */
function ioRow(folder: string): Row {
  const own = new RegExp(`^src/main/io/${folder}/`, 'u');
  return { part: own, files: [CORE, CONTRACT, PORTS, own], packages: NO_ELECTRON, node: true };
}

function rowOf(path: string): Row | undefined {
  const folder = IO.exec(path)?.[1];
  return folder === undefined ? ROWS.find((row) => row.part.test(path)) : ioRow(folder);
}

function allows(row: Row, edge: Edge): boolean {
  if (edge.kind === 'nowhere') return true;
  if (edge.kind === 'file') return row.files.some((files) => files.test(edge.to));
  if (isBuiltin(edge.to)) return row.node;
  return row.packages?.test(edge.to) ?? false;
}

/** Every import goes the way the table allows. A file of src that no row knows may not be there. */
export const directions: Law = (tree) => {
  const strangers = tree
    .filter((file) => /^src\/.*\.(?:ts|tsx)$/u.test(file.path) && rowOf(file.path) === undefined)
    .map((file) => `${file.path}: belongs to no part of the house`);
  const wrong = edges(tree).filter((edge) => {
    const row = rowOf(edge.from);
    return row !== undefined && !allows(row, edge);
  });
  return [
    ...strangers,
    ...wrong.map((edge) => `${edge.from}:${edge.line}: may not import ${edge.to}`),
  ];
};

/** Core's folders from the ground up: each may import the ones before it. */
const CORE_ORDER = ['lib', 'codec', 'marker', 'games', 'polling', 'pricing', 'auction', 'ledger'];

const coreRank = (path: string): number => {
  const folder = /^src\/main\/core\/([^/]+)\//u.exec(path)?.[1];
  return folder === undefined ? -1 : CORE_ORDER.indexOf(folder);
};

/** Inside core imports go downward only. */
export const coreOrder: Law = (tree) => {
  const strangers = tree
    .filter((file) => CORE.test(file.path) && /\.ts$/u.test(file.path) && coreRank(file.path) < 0)
    .map((file) => `${file.path}: lies in none of core's folders`);
  const upward = edges(tree).filter(
    (edge) => CORE.test(edge.from) && CORE.test(edge.to) && coreRank(edge.to) > coreRank(edge.from),
  );
  return [...strangers, ...upward.map((edge) => `${edge.from}:${edge.line}: upward to ${edge.to}`)];
};

/** Core takes types from the contract and nothing that runs. */
export const contractTypesOnly: Law = (tree) =>
  edges(tree)
    .filter((edge) => CORE.test(edge.from) && CONTRACT.test(edge.to) && !edge.typeOnly)
    .map((edge) => `${edge.from}:${edge.line}: takes more than types from ${edge.to}`);
