// Owns what pages may ask the system for: full screen and copying text, by the console itself, and
// nothing else. Electron grants everything by default, so both the asking and the checking are
// answered here.
import { session } from 'electron';
import { isConsole } from './address';

const GRANTED: ReadonlySet<string> = new Set(['fullscreen', 'clipboard-sanitized-write']);

/** Denies every permission but the few the console needs. Call once the app is ready. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((...[, permission, answer, details]) => {
    answer(GRANTED.has(permission) && details.isMainFrame && isConsole(details.requestingUrl));
  });
  defaultSession.setPermissionCheckHandler((...[, permission, origin, details]) => {
    return GRANTED.has(permission) && details.isMainFrame && isConsole(origin);
  });
  defaultSession.setDevicePermissionHandler(() => false);
}
