// Owns the console's window and its locked settings: sandboxed, isolated, no Node, no webview, web
// security on, developer tools only while developing. A page that died is loaded again, by a person
// where it keeps dying; the engine never notices.
import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { consoleUrl } from './address';

/** What a page may never change. Written out in full, also where it is Electron's own default. */
const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  /** A covered window keeps its clocks and its link. */
  backgroundThrottling: false,
  spellcheck: false,
} as const;

/** A page that dies this often within a minute waits for a person, so that it does not spin. */
const DEATHS_MOST = 3;
const DEATHS_OVER_MS = 60_000;

/** A window without a page has no way of its own back. */
async function askToLoad(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The console keeps failing.',
    detail: 'Cues and auctions go on without it: the engine does not need this page.',
    buttons: ['Load again'],
  });
  if (!window.isDestroyed()) window.webContents.reload();
}

function comeBack(window: BrowserWindow): void {
  const deathsMs: number[] = [];
  let asking = false;
  const { webContents } = window;
  // A page that hangs cannot be loaded again before it is dead. One in a debugger only looks so.
  window.on('unresponsive', () => {
    process.stderr.write('cuebid: the console hangs and is loaded again\n');
    if (!webContents.isDevToolsOpened()) webContents.forcefullyCrashRenderer();
  });
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    process.stderr.write(`cuebid: the console's page died (${reason})\n`);
    if (asking) return;
    const nowMs = performance.now();
    deathsMs.push(nowMs);
    const lately = deathsMs.filter((atMs) => nowMs - atMs < DEATHS_OVER_MS);
    if (lately.length <= DEATHS_MOST) webContents.reload();
    else {
      asking = true;
      deathsMs.length = 0;
      void askToLoad(window).finally(() => (asking = false));
    }
  });
}

/** Opens the console. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 800,
    backgroundColor: '#1b1e21',
    title: 'Cuebid',
    webPreferences: {
      ...LOCKED,
      devTools: !app.isPackaged,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
    },
  });
  comeBack(window);
  window.loadURL(consoleUrl()).catch((error: unknown) => {
    process.stderr.write(`cuebid: the console did not load: ${String(error)}\n`);
  });
  return window;
}
