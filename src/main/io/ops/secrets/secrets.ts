// Owns the secrets of this truck on disk: secrets.json in the data folder, for this account only,
// replaced whole so that a pulled plug leaves the old or the new file. Refuses to read a file that
// others may read, and to hand out all it has: one name, one value.
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from '../../../flow/ports';
import { StartFault, systemWord } from '../start-fault';

/** Name of the owner's token in the store, and its size. */
const OWNER_TOKEN = 'ownerToken';
const TOKEN_BYTES = 32;
/** A shorter one was written by hand or cut off, and could be guessed. */
const TOKEN_LEAST_CHARS = 20;
const OTHERS_BITS = 0o077;

/** Why the secrets cannot be used, in one line that says how to mend it. */
export interface SecretsFault {
  readonly code: 'secrets_open_to_others' | 'secrets_damaged' | 'secrets_unreadable';
  readonly message: string;
}

/** The store. Values are text; a name that was never set is null. */
export interface Secrets {
  readonly get: (name: string) => string | null;
  /** Resolves once the value is on the disk; rejects with the system's error where it cannot be. */
  readonly set: (name: string, value: string) => Promise<void>;
  /**
   * The local owner's token, made at the first start (43 characters of base64url). Rejects with
   * StartFault where it cannot be written.
   */
  readonly ownerToken: (random: Random) => Promise<string>;
}

/** The store, or why not. */
export type OpenedSecrets =
  | { readonly ok: true; readonly value: Secrets }
  | { readonly ok: false; readonly fault: SecretsFault };

function refuse(code: SecretsFault['code'], message: string): OpenedSecrets & { ok: false } {
  return { ok: false, fault: { code, message } };
}

type Read =
  { readonly ok: true; readonly values: Map<string, string> } | (OpenedSecrets & { ok: false });

function readText(file: string): { mode: number; text: string } {
  const descriptor = openSync(file, 'r');
  try {
    return { mode: fstatSync(descriptor).mode, text: readFileSync(descriptor, 'utf8') };
  } finally {
    closeSync(descriptor);
  }
}

function parseValues(text: string): Map<string, string> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const entries = Object.entries(parsed as Record<string, unknown>);
    const texts = entries.filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return texts.length === entries.length ? new Map(texts) : null;
  } catch {
    return null;
  }
}

function damaged(file: string, how: string): OpenedSecrets & { ok: false } {
  return refuse('secrets_damaged', `${file} ${how}. Restore it, or remove it to start anew.`);
}

function checked(file: string, values: Map<string, string>): Read {
  const token = values.get(OWNER_TOKEN);
  if (token === undefined || token.length >= TOKEN_LEAST_CHARS) return { ok: true, values };
  return damaged(file, `has an ownerToken of fewer than ${TOKEN_LEAST_CHARS} characters`);
}

function readSecrets(file: string): Read {
  if (!existsSync(file)) return { ok: true, values: new Map() };
  try {
    const { mode, text } = readText(file);
    // Windows keeps no such bits; there the account's own folder is the guard.
    if (process.platform !== 'win32' && (mode & OTHERS_BITS) !== 0)
      return refuse(
        'secrets_open_to_others',
        `${file} can be read by other accounts. Run: chmod 600 ${file} (and change what is in it).`,
      );
    const values = parseValues(text);
    return values === null ? damaged(file, 'is not readable as JSON') : checked(file, values);
  } catch (thrown) {
    return refuse('secrets_unreadable', `${file} cannot be read (${systemWord(thrown)}).`);
  }
}

async function replaceFile(file: string, text: string): Promise<void> {
  const next = `${file}.next`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.chmod(0o600);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  // The rename itself must be on the disk too; Windows knows no handle on a folder.
  if (process.platform === 'win32') return;
  const folder = await open(path.dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}

/** Opens the secrets of a data folder, which is made if need be. */
export function openSecrets(dataDir: string): OpenedSecrets {
  const file = path.join(dataDir, 'secrets.json');
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (thrown) {
    return refuse('secrets_unreadable', `${dataDir} cannot be made (${systemWord(thrown)}).`);
  }
  const read = readSecrets(file);
  if (!read.ok) return read;
  const { values } = read;
  let last: Promise<void> = Promise.resolve();

  const set = (name: string, value: string): Promise<void> => {
    const write = async (): Promise<void> => {
      const next = new Map(values).set(name, value);
      await replaceFile(file, `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`);
      values.set(name, value);
    };
    // One write after the other, also after one that failed.
    last = last.then(write, write);
    return last;
  };
  const ownerToken = async (random: Random): Promise<string> => {
    const known = values.get(OWNER_TOKEN);
    if (known !== undefined) return known;
    const token = Buffer.from(random(TOKEN_BYTES), 'hex').toString('base64url');
    await set(OWNER_TOKEN, token).catch((thrown: unknown) => {
      const why = `${file} cannot be written (${systemWord(thrown)})`;
      throw new StartFault(`${why}: make room, or give --data-dir a folder of this account.`);
    });
    return token;
  };
  return { ok: true, value: { get: (name) => values.get(name) ?? null, set, ownerToken } };
}
