// Holds the reading of encrypted cues: opened with the right control word and told so, left closed
// without one or with a wrong one, and never taken for a heartbeat.
import { describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../../src/main/core/codec/datagram';
import { encodeSection } from '../../../../../src/main/core/codec/scte35/encode-section';
import { fromHex } from '../../../../../src/main/core/lib/hex';
import { text } from '../byte-text';

const KEY = fromHex('0123456789abcdef') ?? new Uint8Array(0);
const OTHER = fromHex('fedcba9876543210') ?? new Uint8Array(0);

function closed(): Uint8Array {
  const cmd = {
    event_id: 77,
    cancel: false,
    out_of_network: true,
    program_splice: true,
    immediate: true,
    event_id_compliance_flag: 1,
    unique_program_id: 1,
    avail_num: 0,
    avails_expected: 0,
  } as const;
  const clear = { command_type: 5, command: 'splice_insert', cmd, descriptors: [] } as const;
  const made = encodeSection({ ...clear, encryption_algorithm: 1, cw_index: 7 }, KEY);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

const read = (words: readonly (readonly [number, Uint8Array])[]) =>
  readDatagram(closed(), { ...text, controlWords: new Map(words) });

describe('an encrypted cue', () => {
  it('is opened with its control word, and says so', () => {
    expect(read([[7, KEY]])).toMatchObject([
      {
        ok: true,
        warnings: ['decrypted'],
        heartbeat: false,
        section: { command: 'splice_insert', cmd: { event_id: 77 } },
      },
    ]);
  });

  it.each([
    ['without one', []],
    ['with another index', [[8, KEY] as const]],
    ['with a wrong one', [[7, OTHER] as const]],
  ])('stays closed %s', (...[, words]) => {
    expect(read(words)).toMatchObject([{ ok: true, warnings: [], section: { encrypted: true } }]);
  });
});
