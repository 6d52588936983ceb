// Owns the proof of the two small files beside the database: what is written is read, and a single
// turned bit in them is seen.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeadAnchor, readAnchor } from '../../../../../src/main/io/store/seals/head-anchor';
import { decodeSeal, encodeSeal, type Seal } from '../../../../../src/main/io/store/seals/seal';
import { tempDir } from '../makings';

const crc = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const crcs = (least: number) =>
  fc.array(crc, { minLength: least, maxLength: 40 }).map((list) => Uint32Array.from(list));
const hash = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'));
const head = fc.record({ seq: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), hash });
const seal: fc.Arbitrary<Seal> = fc.record({
  pageSize: fc.constantFrom(512, 4_096, 65_536),
  pageCrcs: crcs(0),
  head,
  wal: fc.option(fc.record({ headerCrc: crc, frameCrcs: crcs(1) })),
});

describe('a seal', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(seal, (one) => {
        expect(decodeSeal(encodeSeal(one))).toEqual(one);
      }),
    );
  });

  it('is no seal with one bit turned, or cut short, or longer', () => {
    fc.assert(
      fc.property(seal, fc.nat(), fc.nat({ max: 7 }), (one, place, bit) => {
        const bytes = encodeSeal(one);
        const at = place % bytes.length;
        const turned = Buffer.from(bytes);
        turned[at] = (turned[at] ?? 0) ^ (1 << bit);
        expect(decodeSeal(turned)).toBeNull();
        expect(decodeSeal(bytes.subarray(0, at))).toBeNull();
        expect(decodeSeal(Buffer.concat([bytes, Buffer.alloc(4)]))).toBeNull();
      }),
    );
  });
});

describe('the note of the newest row', () => {
  it('is read as it was written last, by whoever opens it', () => {
    const path = join(tempDir(), 'cuebid.head');
    expect(readAnchor(path)).toBe('missing');
    fc.assert(
      fc.property(fc.array(head, { minLength: 1, maxLength: 5 }), (heads) => {
        const anchor = new HeadAnchor(path);
        for (const one of heads) anchor.write(one);
        anchor.close();
        expect(readAnchor(path)).toEqual(heads.at(-1));
      }),
    );
  });

  it('is damaged with one bit turned, or cut short', () => {
    const path = join(tempDir(), 'cuebid.head');
    const anchor = new HeadAnchor(path);
    anchor.write({ seq: 1_234, hash: 'ab'.repeat(32) });
    anchor.close();
    const bytes = readFileSync(path);
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const turned = Buffer.from(bytes);
        turned[at] = (turned[at] ?? 0) ^ (1 << bit);
        writeFileSync(path, turned);
        expect(readAnchor(path)).toBe('damaged');
      }
      writeFileSync(path, bytes.subarray(0, at));
      expect(readAnchor(path)).toBe(at === 0 ? 'missing' : 'damaged');
    }
  });
});
