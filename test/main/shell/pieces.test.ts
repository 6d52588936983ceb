// Holds the shell's small pieces to their words: what app:// serves and refuses, with the headers
// a browser gets too; the preload script; the flags; the menu; the kill that cannot be refused.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENGINE_NEWS, ENGINE_PORT } from '../../../src/contract/status';
import { guardHeaders } from '../../../src/main/io/serve/web/replies';
import { consoleUrl, isConsole } from '../../../src/main/shell/console/address';
import { GUARD_HEADERS } from '../../../src/main/shell/console/guard-headers';
import { answerFrom } from '../../../src/main/shell/console/serve-console';
import { engineFlags } from '../../../src/main/shell/engine/engine-flags';
import { forkUtility } from '../../../src/main/shell/engine/fork-utility';
import { menuTemplate } from '../../../src/main/shell/menu';
import * as stub from './electron-stub';
import { tempDir } from '../../fixtures/temp-dir';

beforeEach(() => stub.begin());

describe('app://', () => {
  const root = tempDir('pages');
  const folder = join(root, 'renderer');
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<title>Console</title>');
    writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {}');
    writeFileSync(join(folder, 'assets', 'odd.exe'), 'MZ');
    writeFileSync(join(root, 'secret.js'), 'secret');
  });

  const get = (url: string, method = 'GET'): Promise<Response> =>
    answerFrom(folder, { url, method });

  it('carries the headers a browser gets from the engine', async () => {
    const { 'x-request-id': id, ...guard } = guardHeaders('x');
    expect(id).toBe('x');
    expect(GUARD_HEADERS).toEqual(guard);
    for (const url of ['app://console/', 'app://console/none.js', 'app://else/']) {
      const { headers } = await get(url);
      for (const [name, value] of Object.entries(guard)) expect(headers.get(name)).toBe(value);
    }
  });

  it('gives files with their type, and the console at every address that names none', async () => {
    const script = await get('app://console/assets/a-1234.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('export {}');
    for (const page of ['', 'live', 'auctions/a-12?tab=why', 'index.html']) {
      const answer = await get(`app://console/${page}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('<title>Console</title>');
    }
    const head = await get('app://console/', 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it.each([
    '../secret.js',
    '%2e%2e/secret.js',
    '..%2fsecret.js',
    '%2e%2e%2fsecret.js',
    'assets/..%2f..%2fsecret.js',
    '..%5csecret.js',
    'assets/a-1234.js%00.html',
    '%E0%A4%A.js',
    'assets/odd.exe',
    'assets/none.js',
  ])('does not give %s', async (path) => {
    const answer = await get(`app://console/${path}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });

  it('is only read, and only at the console', async () => {
    expect((await get('app://console/', 'POST')).status).toBe(405);
    expect((await get('app://elsewhere/')).status).toBe(404);
    expect(isConsole('app://console')).toBe(true);
    expect(isConsole('http://console/')).toBe(false);
    expect(isConsole('app://console:80/')).toBe(false);
  });
});

describe("the console's address", () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is the build server on loopback while it is developed, and only then', () => {
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173');
    expect([consoleUrl(), isConsole('http://localhost:5173/live')]).toEqual([
      'app://console/',
      false,
    ]);
    stub.set.packaged = false;
    expect(consoleUrl()).toBe('http://localhost:5173/');
    expect(isConsole('http://localhost:5173/live')).toBe(true);
    expect(isConsole('http://localhost:5174/live')).toBe(false);
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://example.com:5173');
    expect([consoleUrl(), isConsole('http://example.com:5173/')]).toEqual([
      'app://console/',
      false,
    ]);
  });
});

describe('the preload script', () => {
  type Tell = (event: { source?: unknown; data?: unknown }) => void;
  const page = { posted: [] as unknown[][], tell: (() => undefined) as Tell };
  const frame = {
    location: { origin: 'app://console' },
    postMessage: (...posted: unknown[]) => page.posted.push(posted),
    addEventListener: (_: string, tell: Tell) => (page.tell = tell),
  };
  beforeEach(async () => {
    page.posted.length = 0;
    vi.stubGlobal('window', frame);
    vi.resetModules();
    vi.doMock('electron', () => stub);
    await import('../../../src/preload/index');
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.doUnmock('electron');
  });

  it('asks for a port when the page itself asks, and for nothing else', () => {
    page.tell({ source: frame, data: 'engine-port?' });
    expect(stub.ipcRenderer.sent).toEqual([`${ENGINE_PORT}?`]);
    page.tell({ source: {}, data: 'engine-port?' });
    page.tell({ source: frame, data: 'anything' });
    page.tell({ source: frame, data: { channel: 'engine-port?' } });
    expect(stub.ipcRenderer.sent).toHaveLength(1);
  });

  it('hands on the port and the news, to the page at its own address, without the event', () => {
    const port = { a: 'port' };
    stub.ipcRenderer.ring(ENGINE_PORT, { ports: [port], sender: 'ipc' });
    stub.ipcRenderer.ring(ENGINE_NEWS, { sender: 'ipc' }, { state: 'up' });
    expect(page.posted).toEqual([
      ['engine-port', 'app://console', [port]],
      [{ channel: 'engine-news', news: { state: 'up' } }, 'app://console'],
    ]);
  });
});

describe('flags', () => {
  it.each([
    [
      ['--data-dir', '/d', '--mode=on-air'],
      ['--data-dir=/d', '--mode=on-air'],
    ],
    [['--demo', '--user-data-dir=/u', 'file'], ['--demo']],
    [['--udp', '1:1', '--udp', '2:2'], ['--udp=2:2']],
    [['--remote-debugging-port=0'], []],
  ])('%j: the engine gets %j', (argv, flags) => {
    expect(engineFlags(argv)).toEqual(flags);
  });
});

describe('the menu', () => {
  it('has only roles, and no key of the console acts through it', () => {
    for (const platform of ['darwin', 'linux', 'win32'] as const) {
      const text = JSON.stringify(menuTemplate(platform, true));
      expect(text).not.toMatch(/accelerator|click/u);
    }
    expect(JSON.stringify(menuTemplate('darwin', false))).toContain('appMenu');
    expect(JSON.stringify(menuTemplate('linux', false))).toContain('quit');
  });
});

describe('the kill', () => {
  it('ends a process that does not listen', async () => {
    const spin = spawn(process.execPath, ['-e', 'process.on("SIGTERM",()=>{});for(;;);']);
    await new Promise((resolve) => spin.once('spawn', resolve));
    const gone = new Promise((resolve) => spin.once('exit', (_, signal) => resolve(signal)));
    stub.set.pid = spin.pid;
    const forked = forkUtility([]);
    forked.kill();
    expect(await gone).toBe('SIGKILL');
    // Gone already: nothing happens, and nothing is thrown.
    forked.kill();
    expect(stub.children[0]?.kills).toBe(0);
  });

  it("is Electron's own where there is no process id", () => {
    forkUtility([]).kill();
    expect(stub.children[0]?.kills).toBe(1);
  });
});
