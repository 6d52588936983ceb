// Owns the console's one address inside the app, and the question whether something is at it. While
// it is developed that is the build's own server on loopback instead; never in an installed copy.
// Refuses look-alikes: scheme and host must be exactly ours, whatever stands around them.
import { app } from 'electron';

export const SCHEME = 'app';
const HOST = 'console';
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where electron-vite serves the console while it is developed, or null. */
function devOrigin(): string | null {
  const given = process.env['ELECTRON_RENDERER_URL'];
  if (app.isPackaged || given === undefined || !URL.canParse(given)) return null;
  const { origin, hostname } = new URL(given);
  return LOOPBACK.has(hostname) ? origin : null;
}

/** Where the console starts. */
export function consoleUrl(): string {
  return `${devOrigin() ?? `${SCHEME}://${HOST}`}/`;
}

/** Whether `url` is under app://console. It has no origin in URL, so its parts count. */
export function isServedHere(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

/** Whether `url` is a page of the console. */
export function isConsole(url: string): boolean {
  if (isServedHere(url)) return true;
  const origin = devOrigin();
  return origin !== null && URL.canParse(url) && new URL(url).origin === origin;
}
