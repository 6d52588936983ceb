// Holds the transport codec to recorded and made streams where a checkout has them: exactly the
// sections expected, however the bytes were cut into datagrams.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Transports } from '../../../../../src/main/core/codec/forms/transports';
import { TransportStream } from '../../../../../src/main/core/codec/mpegts/stream';
import type { CueReading } from '../../../../../src/main/core/codec/reading';
import { toHex } from '../../../../../src/main/core/lib/hex';
import { bytesOf, text } from '../byte-text';
import { sharedJson, sharedRoot } from '../vectors';

interface Expected {
  readonly like?: string;
  readonly sections_hex?: readonly string[];
  readonly packet_size?: number;
  readonly rejected?: number;
  readonly effective_pts?: readonly number[];
}
interface Datagrams {
  readonly datagrams?: readonly string[];
}

const expected = sharedJson<Record<string, Expected>>('ts/expected.json');
const files = Object.keys(expected ?? {});
const tsFiles = files.filter((name) => name.endsWith('.ts'));

function wanted(name: string): Expected {
  const own = expected?.[name] ?? {};
  return own.like === undefined ? own : { ...expected?.[own.like], ...own };
}

function readAll(datagrams: readonly Uint8Array[]): readonly CueReading[] {
  const transports = new Transports(text);
  return datagrams.flatMap((bytes, at) => {
    const where = { address: '192.0.2.1', port: 5000, protocol: 'udp' };
    const cues = transports.read({ bytes, ...where, receivedMonoMs: at }) ?? [];
    return cues.map(({ reading }) => reading);
  });
}

function cut(bytes: Uint8Array, size: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(bytes.subarray(at, at + size));
  return parts;
}

function fileBytes(name: string): Uint8Array {
  const path = join(sharedRoot(), 'ts', name);
  return existsSync(path) ? new Uint8Array(readFileSync(path)) : new Uint8Array(0);
}

function sections(readings: readonly CueReading[]): readonly string[] {
  return readings.filter(({ ok }) => ok).map(({ raw }) => toHex(raw));
}

describe.skipIf(expected === null)('recorded transport streams', () => {
  const sizes = [1316, 188, 192 * 7, 204 * 7, 1000, 500];
  it.each(tsFiles.flatMap((name) => sizes.map((size) => [name, size] as const)))(
    '%s in datagrams of %i bytes gives its sections',
    (name, size) => {
      const want = wanted(name);
      const readings = readAll(cut(fileBytes(name), size));
      expect(sections(readings)).toEqual(want.sections_hex);
      expect(readings.filter(({ ok }) => !ok)).toHaveLength(want.rejected ?? 0);
    },
  );

  it.each(tsFiles)('%s in crumbs gives its sections', (name) => {
    const stream = new TransportStream(text, 'mpegts');
    const readings = cut(fileBytes(name), 47).flatMap((bytes) => stream.push(bytes));
    expect(sections(readings)).toEqual(wanted(name).sections_hex);
  });

  it.each(files.filter((name) => name.endsWith('.json')))('%s gives its sections', (name) => {
    const { datagrams = [] } = sharedJson<Datagrams>(`ts/${name}`) ?? {};
    expect(sections(readAll(datagrams.map(bytesOf)))).toEqual(wanted(name).sections_hex);
  });

  it('measures the pre-roll by the stream itself, over the wrap of its clock too', () => {
    const [basic] = readAll(cut(fileBytes('synth-basic.ts'), 1316));
    expect(basic).toMatchObject({ carrier: { pid: 496, program: 1 } });
    expect(basic?.ok === true && Math.round((basic.spliceInMs ?? 0) / 1000)).toBe(8);
    const wrapped = readAll(cut(fileBytes('synth-pts-wrap.ts'), 1316));
    const ahead = wrapped.map((one) => one.ok && Math.round((one.spliceInMs ?? 0) / 1000));
    expect(ahead).toEqual([5, 5]);
  });
});
