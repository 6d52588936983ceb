// Owns the order of a desktop start: single instance, locks, engine, window, way out. Refuses to
// run a second time: two engines on one data directory would both hear every cue.
import { join } from 'node:path';
import { app, crashReporter, dialog, type BrowserWindow, type MessagePortMain } from 'electron';
import type { EngineNews, Mode } from '../../contract/status';
import { handPort, tellNews } from './console/hand-port';
import { shutWaysOut } from './console/no-way-out';
import { openWindow } from './console/open-window';
import { denyPermissions } from './console/permissions';
import { claimScheme, serveConsole } from './console/serve-console';
import { engineFlags } from './engine/engine-flags';
import { forkUtility } from './engine/fork-utility';
import { Supervisor } from './engine/supervisor';
import { putMenuUp } from './menu';
import { guardQuit } from './quit';
import { createStayAwake } from './stay-awake';

/** Chromium's own listeners, for which a firewall would ask in our name. */
const NO_LISTENERS = 'WebRtcHideLocalIpsWithMdns,MediaRouter';

/** What the app holds while it runs. */
interface Held {
  window: BrowserWindow | null;
  mode: Mode | null;
}

function supervise(held: Held): Supervisor<MessagePortMain> {
  const flags = engineFlags(process.argv.slice(app.isPackaged ? 1 : 2));
  const stayAwake = createStayAwake();
  const giveUp = ({ why }: EngineNews): void => {
    const line = why ?? 'The engine ended.';
    process.stderr.write(`cuebid: ${line}\n`);
    dialog.showErrorBox('Cuebid cannot start', line);
    app.exit(2);
  };
  let ending = false;
  const supervisor: Supervisor<MessagePortMain> = new Supervisor({
    fork: () => forkUtility(flags),
    tell: (news) => {
      if (news.why !== null && news.state === 'restarting') {
        process.stderr.write(`cuebid: ${news.why} It is started anew.\n`);
      }
      if (held.window !== null) tellNews(held.window, news);
      if (news.state === 'ended' && !ending) giveUp(news);
    },
    mode: (mode) => {
      held.mode = mode;
      stayAwake.follow(mode);
    },
    awake: stayAwake.held,
  });
  app.once('will-quit', () => (ending = true));
  return supervisor;
}

function ready(held: Held): void {
  denyPermissions();
  serveConsole(join(import.meta.dirname, '../renderer'));
  putMenuUp();
  const supervisor = supervise(held);
  const window = openWindow();
  held.window = window;
  handPort(window, { serve: (port) => supervisor.serve(port), news: () => supervisor.news });
  guardQuit(window, {
    onAir: () => held.mode === 'ON_AIR',
    endEngine: () => supervisor.end(),
  });
  app.on('second-instance', () => {
    // Closed already, and the engine is still ending.
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  supervisor.start();
}

/** Starts the app. */
export function launch(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  crashReporter.start({ uploadToServer: false });
  app.commandLine.appendSwitch('disable-features', NO_LISTENERS);
  app.enableSandbox();
  claimScheme();
  shutWaysOut();
  app.whenReady().then(
    () => ready({ window: null, mode: null }),
    (error: unknown) => {
      process.stderr.write(`cuebid: the app did not start: ${String(error)}\n`);
      app.exit(1);
    },
  );
}
