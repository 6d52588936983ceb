// Owns reading a capture file back, line by line, so that a long one needs no memory. Refuses what
// is no capture before it reads on: told by the first line, of which only a bounded piece is looked
// at.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { readEntry, readHead, type CaptureEntry, type CaptureHead } from './format';

const FIRST_LINE_MOST_BYTES = 4_096;

/** What is no capture, in one line. */
export class NoCapture extends Error {}

/** The first line; null where the file holds something else. Rejects where it cannot be read. */
export async function captureHead(path: string): Promise<CaptureHead | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(FIRST_LINE_MOST_BYTES) });
    const [line = ''] = buffer.subarray(0, bytesRead).toString('utf8').split('\n', 1);
    return readHead(line);
  } finally {
    await file.close();
  }
}

/** The entries, in their order. Throws NoCapture at a line that is none. */
export async function* captureEntries(path: string): AsyncGenerator<CaptureEntry> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number === 1 || line === '') continue;
    const entry = readEntry(line);
    if (entry === null) throw new NoCapture(`line ${number} of ${path} is no line of a capture`);
    yield entry;
  }
}
