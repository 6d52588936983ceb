// Owns the console's window: sandboxed, isolated, no Node, no permissions, no way out of the
// console's own address. Refuses new windows and every navigation.
import { join } from 'node:path';
import { BrowserWindow } from 'electron';

/** Opens the console that the engine serves on loopback. */
export function openWindow(consoleUrl: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 800,
    backgroundColor: '#1b1e21',
    title: 'Cuebid',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  const { origin } = new URL(consoleUrl);
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (new URL(event.url).origin !== origin) event.preventDefault();
  });
  webContents.session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  void window.loadURL(consoleUrl);
  return window;
}
