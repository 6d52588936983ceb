// Owns the way out of the app: on air a person is asked first, then the engine is asked to end, and
// only when it has ended is the app gone. Refuses to take a slip of the hand for an answer: the
// default is to stay.
import { app, dialog, type BrowserWindow } from 'electron';

/** What the way out depends on. */
export interface QuitParts {
  readonly onAir: () => boolean;
  /** Ends the engine; asked more than once it is one end. */
  readonly endEngine: () => Promise<unknown>;
}

const STAY = 0;

/** The system means it: a dialog would only hold up a machine that is going down. */
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

async function mayClose(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Cuebid is on air.',
    detail: 'If it is closed now, no cue is heard and no slot is sold until it is opened again.',
    buttons: ['Stay on air', 'Close Cuebid'],
    defaultId: STAY,
    cancelId: STAY,
  });
  return response !== STAY;
}

/** Guards the window's close while on air, and lets the app go only after its engine. */
export function guardQuit(window: BrowserWindow, { onAir, endEngine }: QuitParts): void {
  let asking = false;
  let meant = false;
  let ended = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      meant = true;
      app.quit();
    });
  }
  // Windows goes down without asking anybody to quit.
  window.on('session-end', () => void endEngine());
  window.on('close', (event) => {
    if (meant || !onAir()) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayClose(window).then((may) => {
      asking = false;
      meant = may;
      if (may) window.close();
    });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void endEngine().finally(() => {
      ended = true;
      app.quit();
    });
  });
}
