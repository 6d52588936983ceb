// Owns the proof of the byte reader and writer, the CRC_32, hex and base64, against known values
// and the host's own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../../../../src/main/core/lib/base64';
import { ByteReader } from '../../../../src/main/core/lib/byte-reader';
import { ByteWriter } from '../../../../src/main/core/lib/byte-writer';
import { crc32 } from '../../../../src/main/core/lib/crc32';
import { fromHex, hex32, toHex } from '../../../../src/main/core/lib/hex';

const plain = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes));

describe('CRC_32', () => {
  it('gives the published check value, and zero over a message with its own', () => {
    const digits = new Uint8Array(Buffer.from('123456789'));
    expect(crc32(digits, 0, 9)).toBe(0x0376e6e7);
    const whole = new Uint8Array(Buffer.from('3132333435363738390376e6e7', 'hex'));
    expect(crc32(whole, 0, 13)).toBe(0);
    expect(crc32(digits, 0, 0)).toBe(0xffffffff);
  });
});

describe('fields', () => {
  it('are read as they were written', () => {
    const width = fc.integer({ min: 1, max: 6 });
    const field = width.chain((bytes) =>
      fc.record({ bytes: fc.constant(bytes), value: fc.nat(2 ** Math.min(8 * bytes, 31) - 1) }),
    );
    fc.assert(
      fc.property(fc.array(field, { maxLength: 60 }), (fields) => {
        const to = new ByteWriter();
        for (const { bytes, value } of fields) to.uint(value, bytes);
        const written = to.bytes();
        expect(to.unfit).toBe(false);
        const from = new ByteReader(written, 0, written.length);
        for (const { bytes, value } of fields) {
          expect(Buffer.from(from.take(bytes)).readUIntBE(0, bytes)).toBe(value);
        }
        expect(from.left()).toBe(0);
        expect(from.torn).toBe(false);
      }),
    );
  });

  it('have every width up to 48 bits', () => {
    const bytes = new Uint8Array(Buffer.from('f1f2f3f4f5f6f7f8', 'hex'));
    const at = () => new ByteReader(bytes, 0, 8);
    expect(at().u8()).toBe(0xf1);
    expect(at().u16()).toBe(0xf1f2);
    expect(at().u32()).toBe(0xf1f2f3f4);
    expect(at().u40()).toBe(0xf1f2f3f4f5);
    expect(at().u48()).toBe(0xf1f2f3f4f5f6);
  });

  it('past the end are zero and leave the reader torn', () => {
    const from = new ByteReader(new Uint8Array([1, 2, 3]), 0, 2);
    expect(from.u16()).toBe(0x0102);
    expect(from.torn).toBe(false);
    expect(from.u8()).toBe(0);
    expect(from.torn).toBe(true);
    const short = new ByteReader(new Uint8Array([1, 2]), 0, 2);
    expect(short.take(3)).toHaveLength(0);
    expect(short.torn).toBe(true);
  });

  it.each([
    ['a byte over 255', (to: ByteWriter) => to.u8(256)],
    ['a negative number', (to: ByteWriter) => to.u16(-1)],
    ['a fraction', (to: ByteWriter) => to.u32(1.5)],
    ['34 bits', (to: ByteWriter) => to.u33(2 ** 33, 0)],
    ['a wide character', (to: ByteWriter) => to.latin1('Ā')],
  ])('that do not fit leave the writer unfit: %s', (_what, write) => {
    const to = new ByteWriter();
    write(to);
    expect(to.unfit).toBe(true);
  });

  it('of 33 bits keep the bits before them', () => {
    const to = new ByteWriter();
    to.u33(2 ** 33 - 2, 0x7f);
    to.u33(1, 0x3f);
    expect(to.unfit).toBe(false);
    expect(toHex(to.bytes())).toBe('fffffffffe7e00000001');
  });
});

describe('text of bytes', () => {
  it('as hex agrees with the host', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const hex = Buffer.from(bytes).toString('hex');
        expect(toHex(bytes)).toBe(hex);
        expect(plain(fromHex(hex.toUpperCase()))).toEqual(Buffer.from(bytes));
      }),
    );
    expect(hex32(0xff)).toBe('000000ff');
    expect([fromHex('abc'), fromHex('zz'), fromHex('0x00'), fromHex('`0')]).toEqual(
      Array(4).fill(null),
    );
  });

  it('as base64 agrees with the host, in both alphabets, padded or not', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const wanted = Buffer.from(bytes);
        expect(plain(fromBase64(wanted.toString('base64')))).toEqual(wanted);
        expect(plain(fromBase64(wanted.toString('base64').replace(/=/g, '')))).toEqual(wanted);
        expect(plain(fromBase64(wanted.toString('base64url')))).toEqual(wanted);
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AA=', 'AAA==', 'AA==AA==', 'A===', 'AA A', 'AA!A', 'AAĀA', '=', '===='])(
    'refuses %j, which is no base64',
    (source) => expect(fromBase64(source)).toBeNull(),
  );
});
