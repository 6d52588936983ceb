// Owns the asking of the system: cards and sockets from Linux's tables, free space from the file
// system. Refuses to hold the loop: every read is asynchronous. What cannot be read is absent.
import { access, readdir, readFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Link } from './cards';
import { readDevTable, readUdpTable, type UdpSocket } from './proc-net';

const CARDS = '/sys/class/net';

async function textOf(path: string): Promise<string | null> {
  return readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

async function linkOf(name: string): Promise<Link> {
  const at = (leaf: string): string => join(CARDS, name, leaf);
  const [state, speed, physical] = await Promise.all([
    textOf(at('operstate')),
    textOf(at('speed')),
    access(at('device')).then(
      () => true,
      () => false,
    ),
  ]);
  // A card without a carrier says -1, and one that has no speed refuses the question.
  const mbits = Number(speed ?? -1);
  return {
    state: state === 'up' || state === 'down' ? state : null,
    speedMbits: Number.isInteger(mbits) && mbits > 0 ? mbits : null,
    physical,
  };
}

/** The cards' links by name; none where the system has no such folder. */
export async function readLinks(): Promise<Map<string, Link>> {
  const names = await readdir(CARDS).catch(() => []);
  const read = names.map(async (name) => [name, await linkOf(name)] as const);
  return new Map(await Promise.all(read));
}

/** Packets received by card; null where the system does not tell. */
export async function readPackets(): Promise<Map<string, number> | null> {
  const text = await textOf('/proc/net/dev');
  return text === null ? null : readDevTable(text);
}

/** This machine's UDP sockets; none where the system does not tell. */
export async function readSockets(): Promise<UdpSocket[]> {
  const texts = await Promise.all(['/proc/net/udp', '/proc/net/udp6'].map(textOf));
  return texts.flatMap((text) => (text === null ? [] : readUdpTable(text)));
}

/** Free and all bytes where a folder lies; nulls where the system does not tell. */
export async function readDisk(dir: string) {
  return statfs(dir).then(
    ({ bavail, blocks, bsize }) => ({ freeBytes: bavail * bsize, totalBytes: blocks * bsize }),
    () => ({ freeBytes: null, totalBytes: null }),
  );
}
