// Owns the requests that name components one after another until data_length ends, both ways:
// component_mode_DPI and schedule_component_mode (ANSI/SCTE 104 2023 9.5.1 and 9.7.3).
import { readRun, writeEntries, writeRun, type Field, type Loose } from '../fields';
import type { OpCodec } from './op';

const DPI = [
  ['tag', 1],
  ['preroll_ms', 2],
] as const satisfies readonly Field[];
const SCHEDULE = [
  ['tag', 1],
  ['time', 4],
] as const satisfies readonly Field[];

function listOp(op: string, fields: readonly Field[]): OpCodec {
  const bytes = fields.reduce((sum, [, width]) => sum + width, 0);
  return {
    op,
    read: (from) => {
      const components: Loose[] = [];
      while (from.left() >= bytes) components.push(readRun(from, fields));
      return { components };
    },
    write: (to, given) => writeEntries(to, given['components'], (one) => writeRun(to, fields, one)),
  };
}

/** The codec of opID 0x0106. */
export const componentMode: OpCodec = listOp('component_mode_DPI', DPI);

/** The codec of opID 0x010D. */
export const scheduleComponents: OpCodec = listOp('schedule_component_mode', SCHEDULE);
