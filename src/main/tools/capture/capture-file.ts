// Owns one capture file while it is written. Refuses to overwrite a file, to hold more than a bound
// in memory where the disk is slow, and to fill the disk: what is not kept is counted and told.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { entryLine, headLine, type CaptureEntry } from './format';

/** What may wait for the disk, and how large a file may become. */
const WAITING_MOST_BYTES = 16_777_216;
const FILE_MOST_BYTES = 1_073_741_824;

/** How much is kept. */
export interface CaptureLimits {
  readonly waitingMostBytes: number;
  readonly fileMostBytes: number;
}

/** What became of what was heard. */
export interface Kept {
  readonly kept: number;
  /** Heard but not kept: the disk was too slow, or the file full. */
  readonly lost: number;
  /** The system's complaint, should the file not have been written to its end. */
  readonly fault: string | null;
}

/** A capture file. */
export interface CaptureFile {
  readonly keep: (heard: Omit<CaptureEntry, 'ms'>) => void;
  /** Writes what waits and closes the file. */
  readonly close: () => Promise<Kept>;
}

const LIMITS: CaptureLimits = {
  waitingMostBytes: WAITING_MOST_BYTES,
  fileMostBytes: FILE_MOST_BYTES,
};

/** Makes a new file. Rejects with the system's error, EEXIST where there is one already. */
export async function openCaptureFile(
  path: string,
  limits: CaptureLimits = LIMITS,
): Promise<CaptureFile> {
  const stream = createWriteStream(path, { flags: 'wx' });
  await once(stream, 'open');
  let fault: string | null = null;
  stream.on('error', (error) => (fault = error.message));
  const startedMs = performance.now();
  let bytes = 0;
  let kept = 0;
  let lost = 0;
  const write = (line: string): void => {
    bytes += line.length;
    stream.write(line);
  };
  write(headLine(Date.now()));
  return {
    keep: (heard) => {
      const isFull = bytes >= limits.fileMostBytes;
      if (isFull || fault !== null || stream.writableLength >= limits.waitingMostBytes) {
        lost += 1;
        return;
      }
      write(entryLine({ ...heard, ms: performance.now() - startedMs }));
      kept += 1;
    },
    close: async () => {
      if (fault === null) {
        stream.end();
        await Promise.race([once(stream, 'close'), once(stream, 'error')]);
      }
      return { kept, lost, fault };
    },
  };
}
