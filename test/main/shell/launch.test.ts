// Holds the desktop start to its order and its locks, over the typed stub of Electron: what is
// locked before anything opens, who gets a port, what the window is told, and how the app ends.
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { launch } from '../../../src/main/shell/launch';
import * as stub from './electron-stub';

const BOUND = { address: '127.0.0.1', port: 9 };
const READY = { kind: 'ready', version: '1.0.0', http: BOUND, udp: BOUND };

/** Lets what was promised happen. */
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function started() {
  launch();
  await soon();
  const [window] = stub.windows;
  const [child] = stub.children;
  if (window === undefined || child === undefined) throw new Error('nothing was started');
  const up = (mode = 'SETUP'): void => {
    child.ring('message', READY);
    child.ring('message', { kind: 'beat', beat: 1, mode });
  };
  const ask = (senderFrame: unknown = window.webContents.mainFrame): void => {
    stub.ipcMain.ring('engine-port?', { senderFrame });
  };
  return { window, child, up, ask };
}

const handed = (): unknown[] =>
  stub.told.filter(({ channel }) => channel === 'engine-port').flatMap(({ ports }) => ports);
const news = (): unknown[] =>
  stub.told.filter(({ channel }) => channel === 'engine-news').map(({ message }) => message);

const signals = new Map<string | symbol, () => void>();

beforeEach(() => {
  stub.begin();
  vi.spyOn(process, 'on').mockImplementation((signal, listener) => {
    signals.set(signal, listener);
    return process;
  });
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  return () => {
    for (const child of stub.children) child.ring('exit', 0);
    vi.restoreAllMocks();
    vi.useRealTimers();
  };
});

describe('a start', () => {
  it('locks before it opens, and serves before it loads', async () => {
    const { window } = await started();
    expect(stub.done).toEqual([
      'dumps stay',
      '--disable-features=WebRtcHideLocalIpsWithMdns,MediaRouter',
      'sandbox',
      'scheme',
      'ready',
      'serve',
      'menu',
      'window',
      'fork',
    ]);
    expect(window.loaded).toEqual(['app://console/']);
    expect(stub.served.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('of a second copy ends at once, and brings the first one to the front', async () => {
    const { window } = await started();
    window.minimized = true;
    stub.app.ring('second-instance');
    expect(stub.done.slice(-2)).toEqual(['restore', 'focus']);
    stub.begin();
    stub.set.first = false;
    launch();
    await soon();
    expect(stub.done).toEqual(['quit', 'gone']);
  });

  it('of a second copy while the first one is ending does nothing', async () => {
    const { window } = await started();
    window.close();
    expect(window.destroyed).toBe(true);
    expect(stub.app.ring('second-instance')).toBe(1);
    expect(stub.done).not.toContain('focus');
  });

  it("forks the engine's program with the engine's flags alone", async () => {
    const before = process.argv;
    process.argv = ['cuebid', '--no-sandbox', '--udp', '127.0.0.1:0', '--inspect=0', '--demo'];
    const { child } = await started();
    process.argv = before;
    expect(child.program.endsWith(join('engine.js'))).toBe(true);
    expect(child.args).toEqual(['--udp=127.0.0.1:0', '--demo']);
    expect(child.options).toEqual({ serviceName: 'Cuebid engine' });
  });

  it('whose engine cannot start says why and ends with 2', async () => {
    const { child } = await started();
    child.ring('message', { kind: 'refused', line: 'UDP 9999 is taken.' });
    child.ring('exit', 2);
    expect(stub.done.slice(-2)).toEqual(['Cuebid cannot start: UDP 9999 is taken.', 'exit 2']);
  });
});

describe('the window', () => {
  it('has every lock', async () => {
    const { window } = await started();
    const { webPreferences: locks } = window.options;
    expect(locks).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
    });
    expect(locks?.preload).toMatch(/preload[/\\]index\.cjs$/u);
    expect(locks).not.toHaveProperty('enableBlinkFeatures');
  });

  it('has developer tools only while developing', async () => {
    stub.set.packaged = false;
    const { window } = await started();
    expect(window.options.webPreferences?.devTools).toBe(true);
    expect(JSON.stringify(stub.menus)).toContain('toggleDevTools');
    stub.begin();
    await started();
    expect(JSON.stringify(stub.menus)).not.toMatch(/toggleDevTools|reload/iu);
  });

  it('leads nowhere', async () => {
    const { window } = await started();
    const contents = window.webContents;
    const open = contents.openHandler?.({ url: 'app://console/' } as Electron.HandlerDetails);
    expect(open).toEqual({ action: 'deny' });
    const going = ['will-navigate', 'will-redirect', 'will-frame-navigate'];
    const prevented = (name: string, url: string): boolean => {
      const event = stub.preventable({ url });
      expect(contents.ring(name, event)).toBe(1);
      return event.defaultPrevented;
    };
    for (const name of going) {
      expect(prevented(name, 'https://example.com/')).toBe(true);
      expect(prevented(name, 'app://console.example/')).toBe(true);
      expect(prevented(name, 'app://other@console/')).toBe(true);
      expect(prevented(name, 'file:///etc/passwd')).toBe(true);
      expect(prevented(name, 'no address')).toBe(true);
      expect(prevented(name, 'app://console/live')).toBe(false);
    }
    const webview = stub.preventable();
    contents.ring('will-attach-webview', webview);
    expect(webview.defaultPrevented).toBe(true);
  });

  it('comes back when its page dies, and by a person when it keeps dying', async () => {
    const { window } = await started();
    const die = (reason: string): unknown =>
      window.webContents.ring('render-process-gone', {}, { reason, exitCode: 1 });
    die('clean-exit');
    expect(window.webContents.reloads).toBe(0);
    for (let count = 0; count < 6; count += 1) die('crashed');
    expect(window.webContents.reloads).toBe(3);
    expect(stub.shown).toMatchObject([{ buttons: ['Load again'] }]);
    await soon();
    expect(window.webContents.reloads).toBe(4);
    for (let count = 0; count < 4; count += 1) die('crashed');
    expect([window.webContents.reloads, stub.shown.length]).toEqual([7, 2]);
    window.destroyed = true;
    await soon();
    expect(window.webContents.reloads).toBe(7);
  });
});

describe('a page that hangs', () => {
  it('is ended and loaded again, but not while it is looked at with the tools', async () => {
    const { window } = await started();
    stub.set.debugged = true;
    window.ring('unresponsive');
    expect(window.webContents.reloads).toBe(0);
    stub.set.debugged = false;
    window.ring('unresponsive');
    expect(window.webContents.reloads).toBe(1);
  });
});

describe('permissions', () => {
  const ask = (permission: string, requestingUrl: string, isMainFrame = true): boolean => {
    let granted = false;
    const call = stub.granting.request as unknown as (...asked: readonly unknown[]) => void;
    const details = { requestingUrl, isMainFrame };
    call({}, permission, (answer: boolean) => (granted = answer), details);
    const check = stub.granting.check as unknown as (...asked: readonly unknown[]) => boolean;
    expect(check({}, permission, requestingUrl, { isMainFrame })).toBe(granted);
    return granted;
  };

  it('are denied, asked for or checked, but the two that the console needs', async () => {
    await started();
    const page = 'app://console/live';
    expect(ask('fullscreen', page)).toBe(true);
    expect(ask('clipboard-sanitized-write', page)).toBe(true);
    for (const one of ['media', 'geolocation', 'notifications', 'midi', 'usb', 'clipboard-read']) {
      expect(ask(one, page)).toBe(false);
    }
    expect(ask('fullscreen', page, false)).toBe(false);
    expect(ask('fullscreen', 'https://example.com/')).toBe(false);
    const device = stub.granting.device as unknown as () => boolean;
    expect(device()).toBe(false);
  });
});

describe('a port', () => {
  it('is handed to the main frame of the window, its other end to the engine', async () => {
    const { child, up, ask } = await started();
    up();
    ask();
    const [{ name }] = handed() as [{ name: string }];
    expect(name).toContain("window's end");
    const given = child.posted.filter(({ ports }) => ports.length > 0);
    expect(given).toEqual([
      { word: { kind: 'window' }, ports: [{ name: name.replace('window', 'engine') }] },
    ]);
  });

  it('is refused to every other asker', async () => {
    const { up, ask, window } = await started();
    up();
    ask(null);
    ask({ url: 'app://console/' });
    Object.assign(window.webContents.mainFrame, { url: 'https://example.com/' });
    ask();
    expect(handed()).toEqual([]);
  });

  it('asked for while the engine is down waits for it, the newest one only', async () => {
    const { child, up, ask } = await started();
    ask();
    ask();
    expect(child.posted).toEqual([]);
    up();
    const ports = child.posted.flatMap((posted) => posted.ports);
    expect(ports).toHaveLength(1);
    expect(JSON.stringify(handed().at(-1)).replace('window', 'engine')).toBe(
      JSON.stringify(ports[0]),
    );
  });
});

describe('the news of the engine', () => {
  it('reach the window: down, why, how often and when it is tried again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { child, up } = await started();
    up();
    child.ring('message', { kind: 'failing', why: 'The engine failed: x' });
    child.ring('exit', 1);
    const why = 'The engine failed: x';
    expect(news().at(-1)).toEqual({ state: 'restarting', restarts: 1, why, nextTryMs: 250 });
    vi.advanceTimersByTime(250);
    expect(stub.children).toHaveLength(2);
    expect(news().at(-1)).toEqual({ state: 'starting', restarts: 1, why, nextTryMs: null });
    stub.children[1]?.ring('message', READY);
    expect(news().at(-1)).toEqual({ state: 'up', restarts: 1, why: null, nextTryMs: null });
  });

  it('keep the machine awake exactly while the engine is on air', async () => {
    const { child, up } = await started();
    up('REHEARSAL');
    expect(stub.blockers.size).toBe(0);
    up('ON_AIR');
    child.ring('message', { kind: 'beat', beat: 2, mode: 'ON_AIR' });
    expect(stub.blockers.size).toBe(1);
    expect(stub.done).toContain('prevent-display-sleep');
    up('REHEARSAL');
    expect(stub.blockers.size).toBe(0);
  });

  it('keep it awake, and the way out asked about, over a fall on air', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { child, up, window } = await started();
    up('ON_AIR');
    child.ring('exit', 1);
    expect(stub.blockers.size).toBe(1);
    window.close();
    await soon();
    expect(stub.shown).toHaveLength(1);
    expect(window.destroyed).toBe(false);
    vi.advanceTimersByTime(250);
    const again = stub.children[1];
    again?.ring('message', READY);
    expect(stub.blockers.size).toBe(1);
    again?.ring('message', { kind: 'beat', beat: 1, mode: 'SETUP' });
    expect(stub.blockers.size).toBe(0);
    window.close();
    expect(window.destroyed).toBe(true);
    expect(stub.shown).toHaveLength(1);
  });

  it('let it sleep once the engine ended for good, also one that was down', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { child, up } = await started();
    up('ON_AIR');
    child.ring('exit', 1);
    signals.get('SIGTERM')?.();
    await soon();
    expect(stub.blockers.size).toBe(0);
    expect(stub.done.at(-1)).toBe('gone');
  });
});

it('an engine that says twice that it is ready is watched by one pulse', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { child, up } = await started();
  const asked = () =>
    child.posted.filter(({ word }) => (word as { kind: string }).kind === 'beat').length;
  up();
  up();
  const before = asked();
  vi.advanceTimersByTime(1_000);
  expect([before, asked()]).toEqual([1, 3]);
});

describe('the way out', () => {
  it('asks the engine to end and waits for it', async () => {
    const { window, child, up } = await started();
    up();
    window.close();
    expect(child.posted.at(-1)?.word).toEqual({ kind: 'end' });
    expect(stub.done).not.toContain('gone');
    child.ring('exit', 0);
    await soon();
    expect(stub.done.at(-1)).toBe('gone');
    expect(child.kills).toBe(0);
  });

  it('kills an engine that does not end within five seconds', async () => {
    const { window, child, up } = await started();
    up();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    window.close();
    vi.advanceTimersByTime(4_999);
    expect(child.kills).toBe(0);
    vi.advanceTimersByTime(1);
    expect(child.kills).toBe(1);
    child.ring('exit', null);
    vi.useRealTimers();
    await soon();
    expect(stub.done.at(-1)).toBe('gone');
  });

  it('is not asked about when the system means it', async () => {
    const { child, up, window } = await started();
    up('ON_AIR');
    expect([...signals.keys()]).toEqual(['SIGTERM', 'SIGINT', 'SIGHUP']);
    signals.get('SIGTERM')?.();
    expect(stub.shown).toEqual([]);
    expect(child.posted.at(-1)?.word).toEqual({ kind: 'end' });
    window.ring('session-end');
    expect(
      child.posted.filter(({ word }) => (word as { kind: string }).kind === 'end'),
    ).toHaveLength(1);
  });

  it('is asked about on air, and staying is the default', async () => {
    const { window, child, up } = await started();
    up('ON_AIR');
    window.close();
    stub.app.quit();
    await soon();
    expect(stub.shown).toHaveLength(1);
    expect(stub.shown[0]).toMatchObject({ defaultId: 0, cancelId: 0 });
    expect(stub.shown[0]?.buttons?.[0]).toBe('Stay on air');
    expect(window.destroyed).toBe(false);
    stub.set.answer = 1;
    window.close();
    await soon();
    expect(child.posted.at(-1)?.word).toEqual({ kind: 'end' });
    expect(window.destroyed).toBe(true);
  });
});
