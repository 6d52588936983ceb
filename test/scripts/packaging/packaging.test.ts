// Holds the package to what it must and must not contain, and starts what is in it: the settings
// are valid, the fuses are flipped as decided, and the engine inside answers.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { extractAll, listPackage } from '@electron/asar';
import { beforeAll, describe, expect, it } from 'vitest';
import { threadUrl } from '../../../src/main/io/store/client/thread-url';
import { FUSES, readWire } from './fuses';
import { ours, pack, ROOT } from './pack';
import { tempDir } from '../../fixtures/temp-dir';

const folder = tempDir('pack');
const inside = join(folder, 'inside');
let app = '';
let files: string[] = [];

interface Builder {
  readonly getConfig: (dir: string, file: string, request: null) => Promise<BuilderSettings>;
  readonly validateConfiguration: (settings: unknown, log: unknown) => Promise<void>;
}
interface BuilderSettings {
  readonly electronFuses?: unknown;
  readonly nsis?: { readonly perMachine?: boolean; readonly oneClick?: boolean };
  readonly win?: { readonly target?: unknown };
  readonly mac?: { readonly target?: unknown };
  readonly linux?: { readonly target?: unknown; readonly maintainer?: string };
  readonly extraMetadata?: { readonly homepage?: string };
}

const require = createRequire(import.meta.url);
const builder = require('app-builder-lib/out/util/config/config.js') as Builder;
const { DebugLogger } = require('builder-util') as { DebugLogger: new (on: boolean) => unknown };

describe('the settings of the package', () => {
  it('are valid, and one wrong key is told', async () => {
    const settings = await builder.getConfig(ROOT, 'electron-builder.yml', null);
    const log = new DebugLogger(false);
    await builder.validateConfiguration(settings, log);
    const wrong = { ...settings, electronFusses: {} };
    await expect(builder.validateConfiguration(wrong, log)).rejects.toThrow('electronFusses');
  });

  it('name every fuse, and the installers of each system', async () => {
    const settings = await builder.getConfig(ROOT, 'electron-builder.yml', null);
    expect(settings.electronFuses).toEqual(FUSES);
    expect(settings.win?.target).toBe('nsis');
    expect(settings.nsis).toMatchObject({ perMachine: true, oneClick: false });
    expect(settings.mac?.target).toBe('dmg');
    expect(settings.linux?.target).toEqual(['AppImage', 'deb']);
  });

  it('name nobody who is not there: what a deb must have leads nowhere', async () => {
    const settings = await builder.getConfig(ROOT, 'electron-builder.yml', null);
    expect(settings.linux?.maintainer).toMatch(/^Cuebid <\S+@\S+\.invalid>$/u);
    expect(settings.extraMetadata?.homepage).toMatch(/\.invalid$/u);
  });
});

/** A made-up Electron can be packed for Linux only; the others are packed with the real one. */
const cannotPack = process.platform !== 'linux';

describe.skipIf(cannotPack)('the package', () => {
  beforeAll(async () => {
    app = await pack(folder);
    const asar = join(app, 'resources', 'app.asar');
    files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
    extractAll(asar, inside);
  }, 180_000);

  it("has its runtime's fuses flipped as decided", () => {
    const name = readdirSync(app).find((entry) => entry === 'cuebid') ?? '';
    const { resetAdHocDarwinSignature: _, ...wired } = FUSES;
    expect(readWire(readFileSync(join(app, name)))).toEqual(wired);
  });

  it('has every program, the console and what they load', () => {
    const programs = ['index', 'engine', 'headless', 'store-worker', 'verify', 'cue', 'replay'];
    for (const program of programs) {
      expect(files).toContain(`out/main/${program}.js`);
    }
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'out/preload/index.cjs', 'out/renderer/index.html']),
    );
    const { dependencies } = JSON.parse(ours('package.json')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) {
      expect(files).toContain(`node_modules/${name}/package.json`);
    }
  });

  it('has nothing else of the project', () => {
    const tops = new Set(files.map((path) => path.split('/')[0]));
    expect([...tops].toSorted()).toEqual(['node_modules', 'out', 'package.json']);
    expect(files.filter((path) => /^out\/(?!main|preload|renderer)./u.test(path))).toEqual([]);
    expect(files.filter((path) => path.endsWith('.map'))).toEqual([]);
  });

  it('has one native module, for its own system, outside the archive', () => {
    const natives = files.filter((path) => path.endsWith('.node'));
    const own = `linux-${process.arch}`;
    expect(natives).toEqual([`node_modules/better-sqlite3/prebuilds/${own}.node`]);
    const unpacked = join(app, 'resources', 'app.asar.unpacked', natives[0] ?? '');
    expect(existsSync(unpacked)).toBe(true);
    const foreign = /^node_modules\/(?:node-|electron|react|vite|better-sqlite3\/(?:deps|src))/u;
    expect(files.filter((path) => foreign.test(path))).toEqual([]);
  });

  it("has the store's thread outside the archive, with all it loads", async () => {
    const plain = join(app, 'resources', 'app.asar.unpacked');
    const archived = pathToFileURL(join(app, 'resources', 'app.asar', 'out', 'main', 'chunk.js'));
    const url = threadUrl(archived.href);
    expect(fileURLToPath(url)).toBe(join(plain, 'out', 'main', 'store-worker.js'));
    // Plain Node reads no archive: whatever lay only in there would be missing.
    const dataDir = join(folder, 'thread');
    mkdirSync(dataDir);
    const closed = new SharedArrayBuffer(4);
    const thread = new Worker(url, { workerData: { dataDir, synchronous: 'FULL', closed } });
    const said = await new Promise((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
    });
    expect(said).toEqual({ kind: 'opened' });
    await thread.terminate();
    expect(readdirSync(join(plain, 'out', 'main'))).toHaveLength(2);
    expect(readdirSync(plain).toSorted()).toEqual(['node_modules', 'out', 'package.json']);
  });

  it('has an engine that starts, answers and ends', async () => {
    const ports = ['http', 'udp', 'scte104'].flatMap((name) => [`--${name}`, '127.0.0.1:0']);
    const any = [...ports, '--ready-json'];
    const program = join(inside, 'out', 'main', 'headless.js');
    const args = [program, '--data-dir', join(folder, 'data'), ...any];
    const child = spawn(process.execPath, args, { cwd: folder });
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString('utf8')));
      child.stderr.once('data', (bytes: Buffer) => reject(new Error(bytes.toString('utf8'))));
      child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    });
    const { http } = JSON.parse(line) as { http: { port: number } };
    const health = await fetch(`http://127.0.0.1:${http.port}/health`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({ service: 'cuebid' });
    const page = await fetch(`http://127.0.0.1:${http.port}/`, { redirect: 'manual' });
    expect(page.status).toBeLessThan(500);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
