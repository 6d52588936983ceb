// Owns the proof of the capture file: what is kept is read back byte for byte, what a full file or
// a slow disk did not take is counted, and a file of anything else is told from its first line.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCaptureFile } from '../../../../src/main/tools/capture/capture-file';
import {
  entryLine,
  headLine,
  readEntry,
  readHead,
} from '../../../../src/main/tools/capture/format';
import { captureEntries, captureHead } from '../../../../src/main/tools/capture/read-capture';
import { tempDir } from '../../../fixtures/temp-dir';

const folder = tempDir('capture');
const file = (name: string): string => join(folder, name);
const heard = { from: '10.0.0.1:5000', protocol: 'udp', bytes: Buffer.alloc(1_000) } as const;

async function read(name: string) {
  const entries = [];
  for await (const entry of captureEntries(file(name))) entries.push(entry);
  return entries;
}

describe('a line', () => {
  it('is read back as what was kept', () => {
    const entry = fc.record({
      ms: fc.integer({ min: 0, max: 10_000_000 }).map((tenths) => tenths / 10),
      from: fc.string({ minLength: 1, maxLength: 50 }),
      protocol: fc.constantFrom('udp' as const, 'scte104' as const),
      bytes: fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
    });
    fc.assert(
      fc.property(entry, (one) => {
        expect(readEntry(entryLine(one))).toEqual(one);
      }),
    );
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"ms":-1,"from":"a","protocol":"udp","base64":""}',
    headLine(0),
  ])('is none: %s', (line) => {
    expect(readEntry(line)).toBeNull();
  });

  it('says first what the file is', () => {
    expect(readHead(headLine(0))).toEqual({
      kind: 'cuebid-cue-capture',
      version: 1,
      startedAt: '1970-01-01T00:00:00.000Z',
    });
    expect(readHead('{"kind":"other","version":1}')).toBeNull();
  });
});

describe('a capture file', () => {
  it('holds what was kept, in order and in time', async () => {
    const capture = await openCaptureFile(file('one'));
    for (let at = 0; at < 200; at += 1) capture.keep({ ...heard, bytes: Buffer.of(at) });
    expect(await capture.close()).toEqual({ kept: 200, lost: 0, fault: null });
    expect((await captureHead(file('one')))?.version).toBe(1);
    const entries = await read('one');
    expect(entries.map(({ bytes }) => bytes[0])).toEqual(
      Array.from({ length: 200 }, (_, at) => at),
    );
    const times = entries.map(({ ms }) => ms);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('counts what has no room in the file or in memory', async () => {
    const full = await openCaptureFile(file('full'), {
      waitingMostBytes: 1e9,
      fileMostBytes: 5_000,
    });
    for (let at = 0; at < 50; at += 1) full.keep(heard);
    const { kept, lost } = await full.close();
    expect(kept + lost).toBe(50);
    expect(kept).toBe(4);
    expect(readFileSync(file('full')).length).toBeLessThan(7_000);
    // Nothing reaches the disk within one turn, so all that waits is in memory.
    const slow = await openCaptureFile(file('slow'), {
      waitingMostBytes: 5_000,
      fileMostBytes: 1e9,
    });
    for (let at = 0; at < 50; at += 1) slow.keep(heard);
    const left = await slow.close();
    expect(left).toEqual({ kept: 4, lost: 46, fault: null });
    expect(await read('slow')).toHaveLength(4);
  });

  it('is told from others without reading a long line', async () => {
    writeFileSync(file('night'), `{"provider":"nhl","matches":[${'0,'.repeat(1e6)}0]}`);
    expect(await captureHead(file('night'))).toBeNull();
    await expect(openCaptureFile(file('night'))).rejects.toThrow('EEXIST');
  });
});
