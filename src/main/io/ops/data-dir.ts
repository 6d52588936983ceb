// Owns where a truck's data lies when nobody says otherwise: the same folder the desktop app uses
// on this system. Refuses to create anything; who opens a file there does.
import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'Cuebid';

/** The default data directory for a platform and environment. */
export function defaultDataDir(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') {
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), NAME);
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), NAME);
}
