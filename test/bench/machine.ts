// Owns what this machine does by itself: how long a synced write takes and how late a timer rings.
// Printed beside every absolute figure, since those say as much about the machine as about us.
import { closeSync, fdatasyncSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** p50 and p99 of a list of milliseconds. */
export function percentiles(values: readonly number[]): { p50: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

/** Milliseconds of a 4 KiB append and fdatasync in this directory. */
export function fsyncMs(dir: string): { p50: number; p99: number } {
  const file = join(dir, 'fsync-probe');
  const fd = openSync(file, 'w');
  const block = Buffer.alloc(4_096, 1);
  const took = Array.from({ length: 300 }, () => {
    const from = performance.now();
    writeSync(fd, block);
    fdatasyncSync(fd);
    return performance.now() - from;
  });
  closeSync(fd);
  unlinkSync(file);
  return percentiles(took);
}

/** Milliseconds by which a 5 ms timer rings late. */
export async function timerMs(): Promise<{ p50: number; p99: number }> {
  const late: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const from = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    late.push(performance.now() - from - 5);
  }
  return percentiles(late);
}
