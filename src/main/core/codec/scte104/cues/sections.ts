// Owns which SCTE 35 sections a message stands for: one for each Normal request, with what the
// Supplemental requests behind it add. Refuses to encrypt: this injector only listens. Splice times
// are left untold, since no stream clock is here; the pre-roll says when the splice is.
// ANSI/SCTE 104 2023 8.2.3.4 and 9.3.2.
import { encodeSection } from '../../scte35/encode-section';
import type { SpliceCommand } from '../../scte35/commands/command';
import type { MultipleMessage, Operation } from '../multiple';
import { isNormal } from '../ops/op-table';
import { descriptorsOf } from './descriptors';
import { spliceInsertOf } from './splice-insert';

/** A section that a message stands for. */
export interface StoodFor {
  /** The Normal request's own number. */
  readonly opID: number;
  /** Null where the request stands for none, or for one that cannot be made. */
  readonly section: Uint8Array | null;
  /** From processing to the splice, ms; 0 for at once. */
  readonly preRollMs: number;
  /** The Normal request itself and the Supplemental ones behind it. */
  readonly ops: readonly Operation[];
}

/** More Normal requests in one message are refused: each would be a row of its own. */
export const REQUESTS_MOST = 16;

/** Whether a message asks for more at once than is taken. */
export function asksTooMuch({ ops }: MultipleMessage): boolean {
  return ops.filter(({ opID }) => isNormal(opID)).length > REQUESTS_MOST;
}

interface Request {
  readonly normal: Operation;
  readonly added: readonly Operation[];
}

function grouped({ ops }: MultipleMessage): readonly Request[] {
  const requests: { normal: Operation; added: Operation[] }[] = [];
  for (const op of ops) {
    if (isNormal(op.opID)) requests.push({ normal: op, added: [] });
    else requests.at(-1)?.added.push(op);
  }
  return requests;
}

/** The sections of a message, in its order. */
export function sectionsOf(message: MultipleMessage): readonly StoodFor[] {
  return grouped(message).map((request) => {
    const { opID } = request.normal;
    const command = commandOf(request);
    const section = command === null ? null : sectionBytes(command, request.added);
    const ops = [request.normal, ...request.added];
    return { opID, section, preRollMs: preRollOf(request), ops };
  });
}

function sectionBytes(command: SpliceCommand, added: readonly Operation[]): Uint8Array | null {
  const tier = added.find(({ opID }) => opID === 0x010f)?.['tier'];
  const descriptors = added.flatMap(descriptorsOf);
  const told = typeof tier === 'number' ? { tier: tier & 0xfff } : {};
  const encoded = encodeSection({ ...command, ...told, descriptors });
  return encoded.ok ? encoded.value : null;
}

function commandOf({ normal, added }: Request): SpliceCommand | null {
  switch (normal.opID) {
    case 0x0100:
      return image(Number(normal['scte35_command_type']), String(normal['contents_hex']));
    case 0x0101:
      return spliceInsertOf(normal, added);
    case 0x0102:
      return { command_type: 0, command: 'splice_null', cmd: {} };
    case 0x0104:
      return { command_type: 6, command: 'time_signal', cmd: { pts: null } };
    case 0x010c:
      return privateCommand(normal);
    default:
      return null;
  }
}

/** A command given as bytes is written as it is; decoding the section then names it. */
function image(command_type: number, command_hex: string): SpliceCommand {
  return { command_type, command: 'reserved', cmd: null, ignore: true, command_hex };
}

function privateCommand(normal: Operation): SpliceCommand {
  const id = Number(normal['proprietary_id']).toString(16).padStart(8, '0');
  return image(0xff, `${id}${String(normal['data_hex'])}`);
}

function preRollOf({ normal, added }: Request): number {
  const components = added.find(({ opID }) => opID === 0x0106)?.['components'];
  if (Array.isArray(components) && components.length > 0) {
    const waits = (components as readonly { preroll_ms: number }[]).map((one) => one.preroll_ms);
    return Math.min(...waits);
  }
  const immediate = normal['splice_insert_type'] === 2 || normal['splice_insert_type'] === 4;
  const told = normal['pre_roll_time_ms'];
  return immediate || typeof told !== 'number' ? 0 : told;
}
