// Owns what the built programs may load: outside the window's own process none of them may reach
// Electron, by whatever chunk. Refuses to pass when there is nothing to look at.
import { edges } from './graph';
import type { Breach, Tree } from './law';

const ELECTRON = /^electron(?:$|\/)/u;

/** The built files that the program at `entry` can load, itself included. */
function reachable(built: Tree, entry: string): Set<string> {
  const reached = new Set<string>();
  const waiting = [entry];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const out = edges(built).filter((edge) => edge.from === path && edge.kind === 'file');
    waiting.push(...out.map((edge) => edge.to));
  }
  return reached;
}

/**
 * Breaches of one built program. `built` is the content of out/main by file name.
 */
export function loadsElectron(built: Tree, entry: string): readonly Breach[] {
  if (!built.some((file) => file.path === entry)) return [`${entry}: not built; npm run build`];
  const reached = reachable(built, entry);
  const outward = edges(built).filter((edge) => reached.has(edge.from));
  if (!outward.some((edge) => edge.kind === 'package')) return [`${entry}: imports nothing at all`];
  return outward
    .filter((edge) => ELECTRON.test(edge.to))
    .map((edge) => `${edge.from}:${edge.line}: loads ${edge.to}`);
}
