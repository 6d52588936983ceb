// Owns the log's file: lines in, appended at the end of the turn, a new file when one is full, a
// few old ones kept. Refuses to make the engine wait for a disk: writes are under way beside it,
// what waits is bounded, and lines that cannot be kept are counted and told once the disk takes
// them.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { StartFault, systemWord } from '../start-fault';

/** Text that may wait for the disk. */
const WAITING_MOST_CHARS = 1_048_576;

/** Where the lines go. `files` counts the one being written and the old ones. */
export interface LogFileSettings {
  readonly file: string;
  readonly mostBytes: number;
  readonly files: number;
  /** The line that tells of the file's own trouble. */
  readonly troubleLine: (code: string, facts: Record<string, unknown>) => string;
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

/** An open log file. A line ends with its newline. */
export class LogFile {
  private waiting: string[] = [];
  private waitingChars = 0;
  private underWay: readonly string[] = [];
  private lost = 0;
  private handle: FileHandle | null = null;
  private pumping: Promise<void> | null = null;
  private rotationTold = false;

  /** Makes the folder if need be, and tries the file. Throws StartFault where it cannot. */
  constructor(private readonly settings: LogFileSettings) {
    const { file } = settings;
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      closeSync(openSync(file, 'a', 0o600));
    } catch (thrown) {
      const why = systemWord(thrown);
      throw new StartFault(
        `The log ${file} cannot be written (${why}): move what stands in its way, or make room.`,
      );
    }
  }

  /** Takes a line; it is on its way at the end of the turn. Never throws. */
  readonly write = (line: string): void => {
    if (this.waitingChars > WAITING_MOST_CHARS) {
      this.lost += 1;
      return;
    }
    this.waiting.push(line);
    this.waitingChars += line.length;
    this.pumping ??= this.pump();
  };

  /**
   * Writes what waits before it returns; for the last words of a process. Lines already under way
   * are written again, since nobody may be left to see them arrive. Never throws.
   */
  readonly flush = (): void => {
    if (this.waiting.length + this.underWay.length === 0) return;
    const lines = [...this.underWay, ...this.take()];
    this.underWay = [];
    try {
      const descriptor = openSync(this.settings.file, 'a', 0o600);
      writeSync(descriptor, lines.join(''));
      closeSync(descriptor);
    } catch {
      this.lost += lines.length;
    }
  };

  /** Resolves once everything taken is written and the file is closed. */
  readonly close = async (): Promise<void> => {
    await this.pumping;
    await this.handle?.close();
    this.handle = null;
  };

  private take(): string[] {
    const { troubleLine } = this.settings;
    const told = this.lost > 0 ? [troubleLine('log_lines_lost', { lines: this.lost })] : [];
    const lines = [...told, ...this.waiting];
    this.lost = 0;
    this.waiting = [];
    this.waitingChars = 0;
    return lines;
  }

  private async pump(): Promise<void> {
    await new Promise((turnEnds) => setImmediate(turnEnds));
    while (this.waiting.length > 0) {
      const lines = this.take();
      // A full or vanished disk must not stop the truck; the next line tries again.
      this.underWay = lines;
      await this.append(lines.join('')).catch(() => {
        this.lost += lines.length;
      });
      this.underWay = [];
      await this.rotate().catch((cause: unknown) => this.tellOnce(cause));
    }
    this.pumping = null;
  }

  private async append(text: string): Promise<void> {
    this.handle ??= await open(this.settings.file, 'a', 0o600);
    await this.handle.appendFile(text);
  }

  private async rotate(): Promise<void> {
    const { file, mostBytes, files } = this.settings;
    const full = this.handle;
    if (full === null || (await full.stat()).size < mostBytes) return;
    this.handle = null;
    await full.close();
    await shiftFiles(file, files);
  }

  private tellOnce(cause: unknown): void {
    if (this.rotationTold) return;
    this.rotationTold = true;
    this.waiting.push(this.settings.troubleLine('log_not_rotated', { error: String(cause) }));
  }
}
