// Owns the proof that tidying up never speaks for a commit: what is acknowledged stays so whatever
// becomes of the WAL, and no refusal is posted that the next flows would be given.
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ToStore } from '../../../../../src/main/io/store/client/mail';
import type { Sealer } from '../../../../../src/main/io/store/seals/sealer';
import { Desk } from '../../../../../src/main/io/store/vault/desk';
import { Upkeep } from '../../../../../src/main/io/store/vault/upkeep';
import { Vault } from '../../../../../src/main/io/store/vault/vault';
import { markerFlows, tempDir } from '../makings';

const HEAD = { seq: 1, hash: 'a' };

function broken(): never {
  throw new Error('disk I/O error');
}

describe('upkeep', () => {
  it('says that the WAL cannot be looked at, and stops nothing', () => {
    const sealer = { waiting: broken, inUse: broken, checkpoint: broken };
    const upkeep = new Upkeep(sealer as unknown as Sealer);
    for (let commit = 0; commit < 16; commit += 1) upkeep.committed(HEAD);
    expect(upkeep.trouble).toBe('The database could not be tidied up: disk I/O error.');
    expect(() => upkeep.quiet(HEAD)).not.toThrow();
  });
});

describe('the desk', () => {
  it('acknowledges a commit once, also where tidying up behind it fails', () => {
    const vault = new Vault({ dataDir: tempDir(), wallMs: () => 1_790_000_000_000 });
    onTestFinished(() => vault.close());
    vi.spyOn(vault, 'tend').mockImplementation(broken);
    const { port1 } = new MessageChannel();
    onTestFinished(() => port1.close());
    const posted = vi.spyOn(port1, 'postMessage').mockReturnValue();
    const heard = vi.spyOn(port1, 'on').mockReturnThis();
    new Desk(vault, port1, () => undefined);
    const hear = heard.mock.calls[0]?.[1] as (mail: ToStore) => void;
    expect(() => hear({ kind: 'flows', flows: markerFlows(1) })).toThrow('disk I/O error');
    expect(posted.mock.calls.map(([said]) => (said as { kind: string }).kind)).toEqual([
      'recorded',
    ]);
  });
});
