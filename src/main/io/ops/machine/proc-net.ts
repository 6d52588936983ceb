// Owns the reading of Linux's own tables: /proc/net/dev (packets of each card), /proc/net/udp and
// udp6 (what the kernel threw away before we could read it). Pure. Refuses a line that is not what
// proc(5) says: it is left out, and its number is not known.

/** Packets a card has received since it came up, by its name. */
export function readDevTable(text: string): Map<string, number> {
  const packets = new Map<string, number>();
  for (const line of text.split('\n')) {
    const found = /^\s*([^\s:]+):\s*\d+\s+(\d+)\s/u.exec(line);
    if (found !== null) packets.set(found[1] ?? '', Number(found[2]));
  }
  return packets;
}

/** A UDP socket of this machine. */
export interface UdpSocket {
  readonly address: string;
  readonly port: number;
  readonly drops: number;
}

const V4_CHARS = 8;
const V6_CHARS = 32;

/** The kernel writes each 32-bit word in the machine's own order, lowest byte first. */
function bytesOf(hex: string): number[] {
  const words = hex.match(/.{8}/gu) ?? [];
  return words.flatMap((word) =>
    (word.match(/../gu) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse(),
  );
}

function v6Text(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    (((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0)).toString(16),
  );
  const text = groups.join(':');
  // Only the two that a listener is usually bound to are shortened; the rest stays as it is.
  if (text === '0:0:0:0:0:0:0:0') return '::';
  return text === '0:0:0:0:0:0:0:1' ? '::1' : text;
}

function addressOf(hex: string): string | null {
  if (hex.length === V4_CHARS) return bytesOf(hex).join('.');
  return hex.length === V6_CHARS ? v6Text(bytesOf(hex)) : null;
}

/** The sockets of /proc/net/udp or /proc/net/udp6; the last column counts what was dropped. */
export function readUdpTable(text: string): UdpSocket[] {
  const sockets: UdpSocket[] = [];
  for (const line of text.split('\n')) {
    const cells = line.trim().split(/\s+/u);
    const found = /^([0-9A-F]+):([0-9A-F]{4})$/u.exec(cells[1] ?? '');
    const address = addressOf(found?.[1] ?? '');
    const drops = cells.at(-1) ?? '';
    if (cells.length < 13 || address === null || !/^\d+$/u.test(drops)) continue;
    sockets.push({ address, port: Number.parseInt(found?.[2] ?? '', 16), drops: Number(drops) });
  }
  return sockets;
}
