// Owns telling where the console runs: in the desktop app or in a browser. Refuses to guess from
// anything but what the app's own window says of itself.
import type { Surface } from './table';

/** The surface that a user agent names. */
export function surfaceOf(userAgent: string): Surface {
  return /\bElectron\//u.test(userAgent) ? 'desktop' : 'browser';
}

/** Where this page runs. */
export const SURFACE: Surface = surfaceOf(typeof navigator === 'object' ? navigator.userAgent : '');
