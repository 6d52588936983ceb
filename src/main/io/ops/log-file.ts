// Owns the log's file: lines in, appended at the end of the turn, a new file when one is full, a
// few old ones kept. Refuses to make the engine wait for a disk: writes are under way beside it,
// what waits is bounded, and lines that cannot be kept are counted and told once the disk takes
// them.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** Text that may wait for the disk. */
const WAITING_MOST_CHARS = 1_048_576;

/** Where the lines go. `files` counts the one being written and the old ones. */
export interface LogFileSettings {
  readonly file: string;
  readonly mostBytes: number;
  readonly files: number;
  /** The line that tells of `count` lost lines. */
  readonly lostLine: (count: number) => string;
}

/** An open log file. A line ends with its newline. */
export interface LogFile {
  readonly write: (line: string) => void;
  /** Writes what waits before it returns; for the last words of a process. Never throws. */
  readonly flush: () => void;
  readonly close: () => Promise<void>;
}

/** The name of the n-th old file: cuebid.log, cuebid.1.log, cuebid.2.log … */
function oldName(file: string, n: number): string {
  const { dir, name, ext } = path.parse(file);
  return n === 0 ? file : path.join(dir, `${name}.${n}${ext}`);
}

async function shiftFiles(file: string, files: number): Promise<void> {
  await rm(oldName(file, files - 1), { force: true });
  for (let n = files - 2; n >= 0; n -= 1)
    await rename(oldName(file, n), oldName(file, n + 1)).catch((cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ENOENT') throw cause;
    });
}

/** Opens (or creates) the log file and its folder. Throws where the folder cannot be made. */
export function openLogFile(settings: LogFileSettings): LogFile {
  const { file, mostBytes, files, lostLine } = settings;
  let waiting: string[] = [];
  let waitingChars = 0;
  let lost = 0;
  let handle: FileHandle | null = null;
  let pumping: Promise<void> | null = null;
  mkdirSync(path.dirname(file), { recursive: true });

  const take = (): string[] => {
    const lines = lost > 0 ? [lostLine(lost), ...waiting] : waiting;
    lost = 0;
    waiting = [];
    waitingChars = 0;
    return lines;
  };
  const append = async (text: string): Promise<void> => {
    handle ??= await open(file, 'a', 0o600);
    await handle.appendFile(text);
    if ((await handle.stat()).size < mostBytes) return;
    await handle.close();
    handle = null;
    await shiftFiles(file, files);
  };
  const pump = async (): Promise<void> => {
    await new Promise((turnEnds) => setImmediate(turnEnds));
    while (waiting.length > 0) {
      const lines = take();
      // A full or vanished disk must not stop the truck; the next line tries again.
      await append(lines.join('')).catch(() => {
        lost += lines.length;
      });
    }
    pumping = null;
  };
  return {
    write: (line) => {
      if (waitingChars > WAITING_MOST_CHARS) {
        lost += 1;
        return;
      }
      waiting.push(line);
      waitingChars += line.length;
      pumping ??= pump();
    },
    flush: () => {
      if (waiting.length === 0) return;
      try {
        const descriptor = openSync(file, 'a', 0o600);
        writeSync(descriptor, take().join(''));
        closeSync(descriptor);
      } catch {
        lost += 1;
      }
    },
    close: async () => {
      await pumping;
      await handle?.close();
      handle = null;
    },
  };
}
