// Owns what this program needs of its host: text services, the addresses of its cards, and the
// local owner's token where the engine of this account left one. Refuses to write anything.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { ByteText } from '../../core/lib/bytes';
import { Wrong } from './typed';

/** The host's byte and text services. */
export const HOST_TEXT: ByteText = {
  utf8: (bytes) => {
    const text = Buffer.from(bytes).toString('utf8');
    return Buffer.from(text, 'utf8').equals(bytes) ? text : null;
  },
  latin1: (bytes) => Buffer.from(bytes).toString('latin1'),
  base64: (bytes) => Buffer.from(bytes).toString('base64'),
  hex: (bytes) => Buffer.from(bytes).toString('hex'),
  fromText: (text) => Buffer.from(text, 'utf8'),
};

/** Where the engine of this account keeps its data when nobody says otherwise. */
export function usualDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (platform === 'win32') {
    return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Cuebid');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Cuebid');
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Cuebid');
}

/** The owner's token kept in a data folder, null where there is none to be read. */
export function tokenIn(dataDir: string): string | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
    const token = (kept as { ownerToken?: unknown } | null)?.ownerToken;
    return typeof token === 'string' ? token : null;
  } catch {
    return null;
  }
}

/** The token of the engine whose data lies there; null: in the usual place of this account. */
export function tokenFor(dataDir: string | null): string | null {
  return tokenIn(dataDir ?? usualDataDir(process.platform, process.env));
}

/** A card's address, by its name or as it is; throws Wrong where no card has that name. */
export function cardAddress(card: string | null): string | null {
  if (card === null || isIP(card) !== 0) return card;
  const cards = networkInterfaces();
  const found = cards[card]?.find(({ family }) => family === 'IPv4') ?? cards[card]?.[0];
  if (found !== undefined) return found.address;
  throw new Wrong(`No card is named "${card}"; there are ${Object.keys(cards).join(', ')}.`);
}
