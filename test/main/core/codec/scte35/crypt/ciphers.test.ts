// Owns the proof of encrypted sections: the cipher against the host's own and the standard's known
// answers, recorded sections opened with their control words, and what a wrong one gives.
import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCue } from '../../../../../../src/main/core/codec/inspector/decode-cue';
import { encodeCue } from '../../../../../../src/main/core/codec/inspector/encode-cue';
import { ciphered } from '../../../../../../src/main/core/codec/scte35/crypt/modes';
import { bytesOf, text } from '../../byte-text';
import { sharedLines, type SectionVector } from '../../vectors';
import { anySection } from '../arbitrary';

const [DES_ECB, DES_CBC, TRIPLE] = [1, 2, 3];
const WORD = '0123456789abcdef';
const THREE = '0123456789abcdef23456789abcdef01456789abcdef0123';

const block = fc.uint8Array({ minLength: 24, maxLength: 24 });
const data = fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { maxLength: 6 });

function open(hex: string, words: Record<number, string>) {
  const entries = Object.entries(words).map(([index, word]) => [Number(index), bytesOf(word)]);
  const controlWords = new Map(entries as [number, Uint8Array][]);
  return decodeCue({ key: 'hex', value: hex }, { text, controlWords });
}

describe('the cipher', () => {
  it.each([
    ['0123456789abcdef', '4e6f772069732074', '3fa40e8a984d4815'],
    ['133457799bbcdff1', '0123456789abcdef', '85e813540f0ab405'],
    ['0101010101010101', '8000000000000000', '95f8a5e5dd31d900'],
  ])('gives the known answer for key %s', (key, plain, hidden) => {
    const des = { algorithm: DES_ECB, key: bytesOf(key) };
    expect(text.hex(ciphered(bytesOf(plain), des, 'encrypt') ?? new Uint8Array())).toBe(hidden);
    expect(text.hex(ciphered(bytesOf(hidden), des, 'decrypt') ?? new Uint8Array())).toBe(plain);
  });

  it('with three keys gives what the host gives, and comes back', () => {
    fc.assert(
      fc.property(block, data, (key, blocks) => {
        const plain = new Uint8Array(Buffer.concat(blocks));
        const host = createCipheriv('des-ede3', key, null).setAutoPadding(false);
        const wanted = new Uint8Array(Buffer.concat([host.update(plain), host.final()]));
        const hidden = ciphered(plain, { algorithm: TRIPLE, key }, 'encrypt');
        expect(hidden).toEqual(wanted);
        expect(ciphered(wanted, { algorithm: TRIPLE, key }, 'decrypt')).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('in a chain gives what the host gives, and comes back', () => {
    fc.assert(
      fc.property(block, data, (keys, blocks) => {
        const key = keys.subarray(0, 8);
        const plain = new Uint8Array(Buffer.concat(blocks));
        // The same key three times over is one pass.
        const thrice = Buffer.concat([key, key, key]);
        const host = createCipheriv('des-ede3-cbc', thrice, Buffer.alloc(8)).setAutoPadding(false);
        const wanted = new Uint8Array(Buffer.concat([host.update(plain), host.final()]));
        expect(ciphered(plain, { algorithm: DES_CBC, key }, 'encrypt')).toEqual(wanted);
        expect(ciphered(wanted, { algorithm: DES_CBC, key }, 'decrypt')).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a key or data of the wrong length, and what it does not know', () => {
    const eight = new Uint8Array(8);
    expect(ciphered(eight, { algorithm: TRIPLE, key: eight }, 'encrypt')).toBeNull();
    expect(ciphered(eight, { algorithm: 9, key: eight }, 'encrypt')).toBeNull();
    const odd = new Uint8Array(9);
    expect(ciphered(odd, { algorithm: DES_ECB, key: eight }, 'encrypt')).toBeNull();
  });
});

describe('a closed section', () => {
  it.each([
    [DES_ECB, WORD],
    [DES_CBC, WORD],
    [TRIPLE, THREE],
  ])('of algorithm %i is closed, opened and written back', (encryption_algorithm, word) => {
    fc.assert(
      fc.property(anySection, (section) => {
        const closing = { ...section, encrypted: true, encryption_algorithm, cw_index: 7 };
        const encoded = encodeCue({ ...closing, control_words: { 7: word } }, text);
        if (!encoded.ok) throw new Error(`${encoded.reason} at ${encoded.at ?? ''}`);
        const opened = open(encoded.value.hex, { 7: word });
        if (!opened.ok) throw new Error(opened.reason);
        // What is closed is stuffed up to whole blocks.
        const { cw_index: _, stuffing_hex = '', ...inside } = section as Record<string, unknown>;
        expect(opened.messages[0]?.['stuffing_hex'] ?? '').toMatch(
          new RegExp(`^${String(stuffing_hex)}`),
        );
        expect(opened.messages[0]).toMatchObject({ ...inside, encrypted: true, e_crc_ok: true });
        expect(encodeCue(opened.messages[0], text)).toEqual(encoded);
      }),
      { numRuns: 60 },
    );
  });

  it('stays closed without its word, and is refused with another', () => {
    const message = { command: 'splice_null', cmd: {}, descriptors: [], encrypted: true };
    const closing = { ...message, encryption_algorithm: DES_ECB, cw_index: 7 };
    const encoded = encodeCue({ ...closing, control_words: { 7: WORD } }, text);
    const hex = encoded.ok ? encoded.value.hex : '';
    const needs = { messages: [{ needs_key: true, command: null }], warnings: ['encrypted'] };
    expect(open(hex, {})).toMatchObject(needs);
    expect(open(hex, { 6: WORD })).toMatchObject(needs);
    const refused = { ok: false, scope: 'integrity', offset: 13, lenient: { needs_key: true } };
    expect(open(hex, { 7: 'fedcba9876543210' })).toMatchObject({ ...refused, reason: 'e_crc' });
    expect(open(hex, { 7: THREE })).toMatchObject({ ...refused, reason: 'key_length' });
    expect(encodeCue(closing, text)).toMatchObject({ reason: 'missing', at: 'control_words.7' });
    const short = { ...closing, control_words: { 7: '00' } };
    expect(encodeCue(short, text)).toMatchObject({ reason: 'range', at: 'control_words.7' });
  });
});

interface Decrypt {
  readonly cw_index: number;
  readonly key_hex: string;
  readonly e_crc_ok: boolean;
  readonly alignment_stuffing: number;
  readonly provider_avail_id: number;
}

const recorded = sharedLines<SectionVector>('scte35-vectors.jsonl');

describe('recorded closed sections', () => {
  it.skipIf(recorded === null)('are opened with their control words', () => {
    const closed = recorded?.filter(({ expect: wanted }) => 'decrypt' in wanted) ?? [];
    expect(closed.length).toBeGreaterThan(1);
    for (const { id, hex, expect: wanted } of closed) {
      const { cw_index, key_hex, alignment_stuffing, provider_avail_id, ...rest } = wanted[
        'decrypt'
      ] as Decrypt;
      const { algorithm: _, ...fields } = { algorithm: '', ...rest };
      const opened = open(hex, { [cw_index]: key_hex });
      if (!opened.ok) throw new Error(`${id}: ${opened.reason}`);
      expect(opened.messages[0], id).toMatchObject({
        ...fields,
        stuffing_bytes: alignment_stuffing,
        descriptors: [{ kind: 'avail', provider_avail_id }],
      });
      expect(encodeCue(opened.messages[0], text), id).toMatchObject({ value: { hex } });
    }
  });
});
