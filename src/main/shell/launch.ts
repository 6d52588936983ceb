// Owns the order of a desktop start: single instance, engine, window, end. Refuses to run a second
// time: two engines on one data directory would both hear every cue.
import { app } from 'electron';
import { forkEngine } from './engine-process';
import { handPort } from './hand-port';
import { openWindow } from './window';

/** Starts the app. */
export function launch(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  void app.whenReady().then(() => {
    const engine = forkEngine(app.getPath('userData'), {
      ready: (consoleUrl) => {
        const window = openWindow(consoleUrl);
        handPort(window, new URL(consoleUrl).origin, engine.serve);
        app.on('second-instance', () => window.focus());
      },
      ended: (line) => {
        process.stderr.write(`cuebid: ${line}\n`);
        app.exit(2);
      },
    });
    app.on('window-all-closed', () => {
      void engine.end().then(() => app.quit());
    });
  });
}
