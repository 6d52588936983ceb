// Owns the console's one address inside the app, and the question whether something is at it.
// Refuses look-alikes: scheme and host must be exactly ours, whatever stands around them.

export const SCHEME = 'app';
const HOST = 'console';

/** Where the console starts. */
export const CONSOLE_URL = `${SCHEME}://${HOST}/`;

/** Whether `url` is a page of the console. Its own scheme has no origin in URL, so parts count. */
export function isConsole(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}
