// Owns proof of who asks: the owner's token, compared in constant time, and the browser's cookie
// made from it. The cookie is not the token, ends by itself, and holds over a restart of the
// engine. Refuses to keep sessions in memory: the cookie carries its end under the token's own
// signature.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** A browser stays signed in this long. */
const SESSION_MS = 7 * 24 * 3_600_000;

/** Tells tokens and cookies apart from guesses. */
export interface Sessions {
  readonly isToken: (text: string) => boolean;
  /** Whether a Cookie header carries a session of ours that has not ended. */
  readonly isCookie: (header: string | undefined) => boolean;
  /** The Set-Cookie value of a new session. */
  readonly cookie: () => string;
}

/** What sessions rest on. The port is in the cookie's name: cookies do not know ports. */
export interface SessionSettings {
  readonly ownerToken: string;
  readonly port: () => number;
  readonly wallMs: () => number;
}

/** Compares two texts in a time that tells nothing about where they differ. */
export function sameText(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function cookieNamed(header: string, name: string): string | null {
  const found = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found === undefined ? null : found.slice(name.length + 1);
}

/** Makes the sessions of one server. */
export function createSessions({ ownerToken, port, wallMs }: SessionSettings): Sessions {
  const name = (): string => `cuebid_${port()}`;
  const signature = (endsAtMs: string): string =>
    createHmac('sha256', ownerToken).update(`session:${endsAtMs}`).digest('base64url');

  return {
    isToken: (text) => sameText(text, ownerToken),
    isCookie: (header) => {
      const value = header === undefined ? null : cookieNamed(header, name());
      const [endsAtMs = '', signed = ''] = value?.split('.') ?? [];
      if (!/^\d{1,15}$/u.test(endsAtMs) || Number(endsAtMs) <= wallMs()) return false;
      return sameText(signed, signature(endsAtMs));
    },
    cookie: () => {
      const endsAtMs = String(Math.round(wallMs() + SESSION_MS));
      const value = `${endsAtMs}.${signature(endsAtMs)}`;
      const lasts = `Max-Age=${SESSION_MS / 1_000}`;
      return `${name()}=${value}; Path=/; HttpOnly; SameSite=Strict; ${lasts}`;
    },
  };
}
