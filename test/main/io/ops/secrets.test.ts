// Owns the tests of the secret store: kept over a restart, for this account only, whole or not at
// all, and refused where others could have read it.
import {
  chmodSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSecrets, type Secrets } from '../../../../src/main/io/ops/secrets/secrets';
import { tempDir } from '../../../fixtures/temp-dir';

const posix = process.platform !== 'win32';

function folder(): string {
  return tempDir('secrets');
}

function mustOpen(dataDir: string): Secrets {
  const opened = openSecrets(dataDir);
  if (!opened.ok) throw new Error(opened.fault.message);
  return opened.value;
}

function prepared(text: string, mode = 0o600): string {
  const dataDir = folder();
  const file = path.join(dataDir, 'secrets.json');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return dataDir;
}

describe('a secret', () => {
  it('is there after a restart, and only by its name', async () => {
    const dataDir = folder();
    const secrets = mustOpen(dataDir);
    expect(secrets.get('braintree')).toBeNull();
    await secrets.set('braintree', 'private');
    await secrets.set('nats', 'other');
    expect(secrets.get('braintree')).toBe('private');
    expect(mustOpen(dataDir).get('nats')).toBe('other');
    expect(mustOpen(dataDir).get('toString')).toBeNull();
  });

  it('set at once with others loses none of them', async () => {
    const dataDir = folder();
    const secrets = mustOpen(dataDir);
    const names = Array.from({ length: 20 }, (_, n) => `name-${n}`);
    await Promise.all(names.map((name) => secrets.set(name, `value of ${name}`)));
    const again = mustOpen(dataDir);
    for (const name of names) expect(again.get(name)).toBe(`value of ${name}`);
    expect(readdirSync(dataDir)).toEqual(['secrets.json']);
  });

  it.skipIf(!posix)('lies in a file that is for this account only', async () => {
    const dataDir = folder();
    await mustOpen(dataDir).set('name', 'value');
    expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('that could not be written is not there, and does not stop the next', async () => {
    const dataDir = folder();
    const secrets = mustOpen(dataDir);
    await secrets.set('kept', '1');
    const inTheWay = path.join(dataDir, 'secrets.json.next');
    mkdirSync(inTheWay);
    await expect(secrets.set('lost', '2')).rejects.toThrow('EISDIR');
    rmdirSync(inTheWay);
    expect(secrets.get('lost')).toBeNull();
    await secrets.set('next', '3');
    const text = readFileSync(path.join(dataDir, 'secrets.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ kept: '1', next: '3' });
  });
});

describe("the owner's token", () => {
  it('is made once, of 32 random bytes, and stays', async () => {
    const dataDir = folder();
    const asked: number[] = [];
    const random = (bytes: number): string => {
      asked.push(bytes);
      return 'fb'.repeat(bytes);
    };
    const token = await mustOpen(dataDir).ownerToken(random);
    expect(token).toMatch(/^[\w-]{43}$/u);
    expect(Buffer.from(token, 'base64url')).toEqual(Buffer.alloc(32, 0xfb));
    expect(await mustOpen(dataDir).ownerToken(random)).toBe(token);
    expect(asked).toEqual([32]);
  });
});

describe("the owner's token that cannot be used", () => {
  it.each(['', 'x', 'nineteen-characters'])('is refused as damaged: %j', (ownerToken) => {
    const opened = openSecrets(prepared(JSON.stringify({ ownerToken })));
    expect(opened).toMatchObject({ ok: false, fault: { code: 'secrets_damaged' } });
    expect(opened.ok ? '' : opened.fault.message).toContain('fewer than 20 characters');
  });

  it('because it cannot be written stops the start in one line', async () => {
    const dataDir = folder();
    mkdirSync(path.join(dataDir, 'secrets.json.next'));
    const token = mustOpen(dataDir).ownerToken((bytes) => 'ab'.repeat(bytes));
    await expect(token).rejects.toMatchObject({
      name: 'StartFault',
      message: expect.stringMatching(/secrets\.json cannot be written \(EISDIR\): .+$/u) as string,
    });
  });

  it('because its folder cannot be made is refused', () => {
    const file = path.join(prepared('{}'), 'secrets.json');
    const opened = openSecrets(path.join(file, 'data'));
    expect(opened).toMatchObject({ ok: false, fault: { code: 'secrets_unreadable' } });
  });
});

describe('a file', () => {
  it.skipIf(!posix).each([0o644, 0o640, 0o604, 0o660])(
    'with mode %o is refused, and says how to mend it',
    (mode) => {
      const opened = openSecrets(prepared('{"ownerToken":"x"}', mode));
      expect(opened).toMatchObject({ ok: false, fault: { code: 'secrets_open_to_others' } });
      expect(opened.ok ? '' : opened.fault.message).toContain('chmod 600');
    },
  );

  it.each(['', '{', '[]', 'null', '{"a":1}', '"text"'])('of %j is refused as damaged', (text) => {
    const opened = openSecrets(prepared(text));
    expect(opened).toMatchObject({ ok: false, fault: { code: 'secrets_damaged' } });
  });
});
