// Owns the hunt: damaged cues go through everything that reads one, and whatever throws, takes
// long, reads past the end or is not written back as it was read is told with its bytes.
import { readFileSync } from 'node:fs';
import { readDatagram } from '../../../../../../src/main/core/codec/datagram';
import { decodeCue } from '../../../../../../src/main/core/codec/inspector/decode-cue';
import { decodeSection } from '../../../../../../src/main/core/codec/scte35/decode-section';
import { encodeSection } from '../../../../../../src/main/core/codec/scte35/encode-section';
import { bytesOf, text } from '../../byte-text';
import { mutator } from './mutator';

/** What a hunt came to. */
export interface Hunt {
  readonly inputs: number;
  /** How many could be read whole: a hunt that only meets the CRC_32 proves little. */
  readonly read: number;
  /** The bytes of the first that misbehaved and how, null where none did. */
  readonly found: string | null;
}

const LONGEST_MS = 5;
/** Every so many inputs the slower questions are asked too. */
const SELDOM = 16;
const TRIES = 5;

interface Sections {
  readonly good: readonly { readonly hex: string }[];
  readonly bad: readonly { readonly hex: string }[];
}

function seedCues(): readonly Uint8Array[] {
  const file = new URL('../../../../../fixtures/cues/sections.json', import.meta.url);
  const { good, bad } = JSON.parse(readFileSync(file, 'utf8')) as Sections;
  const xml = '<Signal><SpliceInfoSection><TimeSignal/></SpliceInfoSection></Signal>';
  const texts = ['{"event_type":"goal","period":"OT"}', xml].map(text.fromText);
  return [...[...good, ...bad].map(({ hex }) => bytesOf(hex)), ...texts];
}

/** Hunts until `enough` says so; the same seed gives the same inputs. */
export function hunt(seed: number, enough: (inputs: number) => boolean): Hunt {
  const { next } = mutator(seedCues(), seed);
  let inputs = 0;
  let read = 0;
  while (!enough(inputs)) {
    const bytes = next();
    inputs += 1;
    const wrong = misbehaves(bytes, inputs % SELDOM === 0);
    if (typeof wrong === 'string') {
      return { inputs, read, found: `${wrong}: ${text.hex(bytes)} (seed ${seed})` };
    }
    if (wrong) read += 1;
  }
  return { inputs, read, found: null };
}

/** How an input misbehaves, else whether it could be read whole. */
function misbehaves(bytes: Uint8Array, all: boolean): string | boolean {
  try {
    const started = performance.now();
    const decoded = decodeSection(bytes);
    if (performance.now() - started > LONGEST_MS && alwaysLong(bytes)) return 'takes long';
    if (!decoded.ok) return all ? (seldom(bytes) ?? false) : false;
    const { section, fault } = decoded.value;
    if (fault !== null) return all ? (seldom(bytes) ?? false) : false;
    const encoded = encodeSection(section);
    if (!encoded.ok) return `is not written back, ${encoded.reason}`;
    return all ? (seldom(bytes) ?? sameAgain(section, encoded.value)) : true;
  } catch (thrown) {
    return `throws ${String(thrown)}`;
  }
}

/** A machine that was busy elsewhere is slow once; a loop is slow each time. */
function alwaysLong(bytes: Uint8Array): boolean {
  const tries = Array.from({ length: TRIES }, () => {
    const started = performance.now();
    readDatagram(bytes, text);
    return performance.now() - started;
  });
  return Math.min(...tries) > LONGEST_MS;
}

function sameAgain(section: object, bytes: Uint8Array): string | true {
  const again = decodeSection(bytes);
  if (!again.ok) return `writes what cannot be read, ${again.fault.code}`;
  const bare = (one: object) => JSON.stringify({ ...one, crc32: null });
  return bare(again.value.section) === bare(section) || 'is written back as another';
}

/** The slower questions: every reader, and whether bytes behind a section are looked at. */
function seldom(bytes: Uint8Array): string | null {
  const started = performance.now();
  if (readDatagram(bytes, text).length === 0) return 'gives no reading';
  decodeCue({ key: 'hex', value: text.hex(bytes) }, { text });
  decodeCue({ key: 'text', value: text.latin1(bytes) }, { text });
  if (performance.now() - started > 4 * LONGEST_MS && alwaysLong(bytes)) return 'takes long';
  const [low, high] = [0x00, 0xff].map((fill) => {
    const wide = new Uint8Array(bytes.length + 64).fill(fill);
    wide.set(bytes);
    return JSON.stringify(decodeSection(wide.subarray(0, bytes.length)));
  });
  return low === high ? null : 'reads past its end';
}
