// Owns proof of the readings of Linux's tables, on texts written by hand after proc(5): packets by
// card, drops by socket, both families. Refuses to read this machine's own tables.
import { describe, expect, it } from 'vitest';
import { readDevTable, readUdpTable } from '../../../../../src/main/io/ops/machine/proc-net';

const DEV = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop
    lo: 1000      10    0    0    0     0          0         0 1000      10    0    0
enp4s0:123456789   4321    0    0    0     0          0        17 99 8    0    0
eth0.7: 5 1 0 0 0 0 0 0 0 0 0 0
 torn: 12
`;

const HEAD =
  '   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout ' +
  'inode ref pointer drops';
const socket = (local: string, drops: string): string =>
  `  12: ${local} 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0 31337 2 ` +
  `0000000000000000 ${drops}`;

describe('the table of cards', () => {
  it('gives the packets received, whatever the spacing, and leaves torn lines out', () => {
    expect([...readDevTable(DEV)]).toEqual([
      ['lo', 10],
      ['enp4s0', 4321],
      ['eth0.7', 1],
    ]);
    expect(readDevTable('').size).toBe(0);
  });
});

describe('the table of UDP sockets', () => {
  it('gives address, port and drops of IPv4', () => {
    const text = [HEAD, socket('0100007F:270F', '0'), socket('00000000:270F', '672')].join('\n');
    expect(readUdpTable(text)).toEqual([
      { address: '127.0.0.1', port: 9_999, drops: 0 },
      { address: '0.0.0.0', port: 9_999, drops: 672 },
    ]);
  });

  it('gives those of IPv6, whose words are swapped', () => {
    const any = `${'0'.repeat(32)}:142F`;
    const loop = `${'0'.repeat(24)}01000000:142F`;
    const far = 'B80D0120000000000000000001000000:0035';
    const text = [HEAD, socket(any, '3'), socket(loop, '0'), socket(far, '1')].join('\n');
    expect(readUdpTable(text)).toEqual([
      { address: '::', port: 5_167, drops: 3 },
      { address: '::1', port: 5_167, drops: 0 },
      { address: '2001:db8:0:0:0:0:0:1', port: 53, drops: 1 },
    ]);
  });

  it('leaves out what is no socket, or has no column of drops', () => {
    const old = socket('0100007F:270F', '').trimEnd();
    const text = [HEAD, old, socket('0100007F:270F', 'many'), socket('7F:270F', '1'), ''];
    expect(readUdpTable(text.join('\n'))).toEqual([]);
  });
});
