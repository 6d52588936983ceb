// Owns the proof against recorded cues of the other forms: the legacy form with its JSON, and
// sections written as text.
import { describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../src/main/core/codec/datagram';
import { metadataObject } from '../../../../src/main/core/codec/metadata/write-metadata';
import { bytesOf, text } from './byte-text';
import { sharedLines } from './vectors';

interface Legacy {
  readonly id: string;
  readonly hex: string;
  readonly expect: {
    readonly ok?: boolean;
    readonly reason?: string;
    readonly json?: Record<string, unknown>;
  };
}
interface Text {
  readonly id: string;
  readonly form: string;
  readonly text: string;
  readonly expect_hex: string | null;
}

const legacy = sharedLines<Legacy>('legacy-json-vectors.jsonl');
const texts = sharedLines<Text>('text-forms.jsonl');

describe('recorded cues of other forms', () => {
  it.skipIf(legacy === null)('gives the expected verdict on every legacy cue', () => {
    expect(legacy?.length).toBeGreaterThan(5);
    for (const { id, hex, expect: wanted } of legacy ?? []) {
      const [reading] = readDatagram(bytesOf(hex), text);
      const reason = wanted.reason ?? null;
      expect({ id, reason: reading?.ok ? null : reading?.reason }).toEqual({ id, reason });
      if (wanted.json === undefined || !reading?.ok || reading.metadata === null) continue;
      expect(reading.form, id).toBe('section+json');
      expect(metadataObject(reading.metadata), id).toEqual(wanted.json);
    }
  });

  it.skipIf(texts === null)('reads every section written as hex or base64', () => {
    let read = 0;
    for (const { id, form, text: source, expect_hex: hex } of texts ?? []) {
      const [reading] = readDatagram(text.fromText(source), text);
      if (form === 'xml') expect(reading?.ok, id).toBe(hex !== null);
      else if (hex === null) expect(reading, id).toMatchObject({ ok: false, reason: 'table_id' });
      else {
        read += 1;
        expect(reading?.ok, id).toBe(true);
        expect(text.hex(reading?.raw ?? new Uint8Array()), id).toBe(hex);
      }
    }
    expect(read).toBeGreaterThan(3);
  });
});
