// Owns which lines of the tree are shown while branches are closed, and what the side arrows do to
// them. Pure. Refuses to close a branch around the selected line without selecting the branch.
import type { Field } from './fields';

/** A line of the tree; `open` null for one that holds nothing. */
export interface TreeLine {
  readonly field: Field;
  readonly open: boolean | null;
}

/** True where other lines belong to this one. */
function isBranch(fields: readonly Field[], at: number): boolean {
  const [field, next] = [fields[at], fields[at + 1]];
  return field !== undefined && next !== undefined && next.depth > field.depth;
}

/** The lines that are seen; what lies in a closed branch is not. */
export function treeLines(
  fields: readonly Field[],
  closed: ReadonlySet<string>,
): readonly TreeLine[] {
  const lines: TreeLine[] = [];
  let hiddenBelow = Infinity;
  fields.forEach((field, at) => {
    if (field.depth > hiddenBelow) return;
    hiddenBelow = Infinity;
    const branch = isBranch(fields, at);
    const open = branch ? !closed.has(field.key) : null;
    if (open === false) hiddenBelow = field.depth;
    lines.push({ field, open });
  });
  return lines;
}

/** The branch that a line lies in; null at the top. */
export function parentOf(fields: readonly Field[], key: string): Field | null {
  const at = fields.findIndex((field) => field.key === key);
  const depth = fields[at]?.depth ?? 0;
  return fields.slice(0, Math.max(0, at)).findLast((field) => field.depth < depth) ?? null;
}

/** The keys of all branches a line lies in. */
export function branchesOf(fields: readonly Field[], key: string): readonly string[] {
  const parent = parentOf(fields, key);
  return parent === null ? [] : [...branchesOf(fields, parent.key), parent.key];
}

/** What a side arrow does: open or close a branch, or go to the one this line lies in. */
export type Turn = { readonly toggle: string } | { readonly goTo: string } | null;

/** What `arrow` does on the line `key`. */
export function turnOf(
  fields: readonly Field[],
  closed: ReadonlySet<string>,
  at: { readonly key: string; readonly arrow: string },
): Turn {
  const { key, arrow } = at;
  const index = fields.findIndex((field) => field.key === key);
  const branch = isBranch(fields, index);
  if (arrow === 'ArrowRight') return branch && closed.has(key) ? { toggle: key } : null;
  if (arrow !== 'ArrowLeft') return null;
  if (branch && !closed.has(key)) return { toggle: key };
  const parent = parentOf(fields, key);
  return parent === null ? null : { goTo: parent.key };
}
