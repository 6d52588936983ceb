// Owns keeping what is heard at an address in a file until it is interrupted or its time is up.
// Refuses to change anything on the way: what is handed on is what came.
import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordOrder } from '../cue/record-order';
import { Wrong } from '../cue/typed';
import { openCaptureFile, type CaptureFile, type Kept } from './capture-file';
import type { Ear } from './ear';
import { listenScte104 } from './listen-scte104';
import { listenUdp } from './listen-udp';

/** Whom to tell, and what ends it. */
export interface Recording {
  readonly say: (line: string) => void;
  readonly stop: AbortSignal;
}

async function opened(file: string): Promise<CaptureFile> {
  return openCaptureFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EEXIST' ? 'it exists already' : error.message;
    throw new Wrong(`${file} cannot be written: ${why}.`);
  });
}

async function heard(order: RecordOrder, file: CaptureFile): Promise<Ear> {
  const { listen, protocol } = order;
  const listening = protocol === 'udp' ? listenUdp : listenScte104;
  return listening(order, file.keep).catch(async (error: unknown) => {
    await file.close();
    const why = error instanceof Error ? error.message : String(error);
    throw new Wrong(`Nothing can be heard at ${listen.host}:${listen.port} (${why}).`);
  });
}

async function ended({ seconds }: RecordOrder, stop: AbortSignal): Promise<void> {
  const DAYS_MS = 2_147_483_647;
  const waitMs = seconds === null ? DAYS_MS : seconds * 1_000;
  await sleep(waitMs, undefined, { signal: stop }).catch(() => undefined);
}

function tell({ file }: RecordOrder, { kept, lost, fault }: Kept, trouble: string | null) {
  const lines = [`Kept ${kept} in ${file}.`];
  if (lost > 0)
    lines.push(`${lost} were heard and not kept: the disk was too slow or the file full.`);
  if (fault !== null) lines.push(`The file is not whole: ${fault}.`);
  if (trouble !== null) lines.push(`Not everything was handed on: ${trouble}.`);
  return lines;
}

/** Records. Resolves with 0, or 1 where something was not kept. Throws Wrong where it cannot. */
export async function record(order: RecordOrder, { say, stop }: Recording): Promise<number> {
  const file = await opened(order.file);
  const ear = await heard(order, file);
  say(`Listening at ${order.listen.host}:${ear.port}; Ctrl+C ends it.`);
  await ended(order, stop);
  const trouble = await ear.close();
  const kept = await file.close();
  for (const line of tell(order, kept, trouble)) say(line);
  return kept.lost === 0 && kept.fault === null && trouble === null ? 0 : 1;
}
