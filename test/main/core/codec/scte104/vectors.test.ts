// Holds the SCTE 104 codec to recorded and made messages where a checkout has them: the fields as
// expected, the bytes again from the fields, and a reason for each hostile one.
import { describe, expect, it } from 'vitest';
import { decodeMessage, encodeMessage } from '../../../../../src/main/core/codec/scte104/message';
import { Framing } from '../../../../../src/main/core/codec/scte104/framing';
import { fromHex, toHex } from '../../../../../src/main/core/lib/hex';
import { sharedJson, sharedLines } from '../vectors';

interface Vector {
  readonly id: string;
  readonly name: string;
  readonly hex: string;
  readonly expect: Record<string, unknown> & { readonly ok?: boolean; readonly reason?: string };
}

interface Streams {
  readonly messages_hex: readonly string[];
  readonly chunkings: Record<string, readonly string[]>;
}

const vectors = sharedLines<Vector>('scte104-vectors.jsonl');
const streams = sharedJson<Streams>('tcp-streams.json');

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === null) throw new Error(`not hex: ${hex}`);
  return bytes;
}

describe.skipIf(vectors === null)('recorded SCTE 104 messages', () => {
  const good = (vectors ?? []).filter(({ expect }) => expect.ok === true);
  const bad = (vectors ?? []).filter(({ expect }) => expect.ok !== true);

  it.each(good)('$id $name reads as expected and writes back', ({ hex, expect: told }) => {
    const { ok, ...fields } = told;
    expect(ok).toBe(true);
    const read = decodeMessage(bytesOf(hex));
    expect(read).toMatchObject({ ok: true, message: fields });
    const written = read.ok ? encodeMessage(read.message) : null;
    expect(written && toHex(written)).toBe(hex);
  });

  it.each(bad)('$id $name is refused as expected', ({ hex, expect: told }) => {
    expect(decodeMessage(bytesOf(hex))).toMatchObject({ ok: false, code: told.reason });
  });
});

describe.skipIf(streams === null)('recorded SCTE 104 streams', () => {
  it.each(Object.entries(streams?.chunkings ?? {}))(
    '%s gives exactly its messages',
    (...[, cuts]) => {
      const framing = new Framing();
      const framed = cuts.flatMap((chunk) => framing.push(bytesOf(chunk)).messages);
      expect(framed.map(toHex)).toEqual(streams?.messages_hex);
      expect(framing.waiting).toBe(0);
    },
  );
});
