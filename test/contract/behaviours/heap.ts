// Owns the measure of what is really kept in memory: bytes of heap after a full collection.
// Refuses to guess where the runtime does not show its collector.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes of heap in use once everything unreachable is gone. */
export function keptBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (() => void) | undefined;
  if (collect === undefined) throw new Error('this runtime does not show its collector');
  collect();
  return process.memoryUsage().heapUsed;
}
