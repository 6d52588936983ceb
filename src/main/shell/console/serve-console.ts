// Owns app://: serves the built console's files to the window, and the console itself at every
// address that names no file. Refuses other hosts, anything but reading, and every way out of the
// console's folder.
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { isServedHere, SCHEME } from './address';
import { GUARD_HEADERS } from './guard-headers';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

const INDEX = 'index.html';

/** Must be called before the app is ready: it gives the scheme an origin of its own. */
export function claimScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

function refusal(status: number, line: string): Response {
  const headers = { ...GUARD_HEADERS, 'content-type': 'text/plain; charset=utf-8' };
  return new Response(line, { status, headers });
}

/** The file that an address names inside the folder, or null where it leads out of it. */
function fileIn(folder: string, url: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, extname(path) === '' ? INDEX : path));
  return file.startsWith(normalize(folder + sep)) ? file : null;
}

/** Answers one request out of the folder. */
export async function answerFrom(
  folder: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  if (!isServedHere(request.url)) return refusal(404, 'There is nothing at this address.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusal(405, 'The console is only read.');
  }
  const file = fileIn(folder, request.url);
  if (file === null) return refusal(404, 'There is no such file.');
  const type = TYPES[extname(file)];
  try {
    if (type === undefined) return refusal(404, 'There is no such file.');
    const body = new Uint8Array(await readFile(file));
    const headers = { ...GUARD_HEADERS, 'content-type': type };
    return new Response(request.method === 'HEAD' ? null : body, { headers });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR') return refusal(404, 'There is no such file.');
    throw error;
  }
}

/** Serves the folder under app://. Call once the app is ready. */
export function serveConsole(folder: string): void {
  protocol.handle(SCHEME, (request) => answerFrom(folder, request));
}
