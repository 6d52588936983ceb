// Holds the settings to their order (flag, environment, file, default) and to one clear line for
// everything that is wrong.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultDataDir } from '../../../../src/main/io/ops/data-dir';
import { readSettings, splitHostPort } from '../../../../src/main/io/ops/settings';
import { tempDir } from '../../../fixtures/temp-dir';

function dirWith(config?: string): string {
  const dir = tempDir('settings');
  if (config !== undefined) writeFileSync(join(dir, 'config.json'), config);
  return dir;
}

function lineOf(argv: string[], env: NodeJS.ProcessEnv = {}): string {
  const read = readSettings(argv, env);
  return read.ok ? 'no line' : read.line;
}

describe('settings', () => {
  it('have defaults for everything', () => {
    const read = readSettings(['--data-dir', dirWith()], {});
    expect(read).toMatchObject({
      ok: true,
      settings: { http: '127.0.0.1:9480', udp: '0.0.0.0:9999', readyJson: false },
    });
  });

  it('take a flag over the environment over the file', () => {
    const file = JSON.stringify({
      http: '127.0.0.1:1',
      udp: '127.0.0.1:2',
      scte104: '127.0.0.1:3',
    });
    const argv = ['--data-dir', dirWith(file), '--http', '127.0.0.1:30', '--ready-json'];
    const read = readSettings(argv, { CUEBID_HTTP: '127.0.0.1:20', CUEBID_UDP: '127.0.0.1:21' });
    expect(read).toMatchObject({
      ok: true,
      settings: {
        http: '127.0.0.1:30',
        udp: '127.0.0.1:21',
        scte104: '127.0.0.1:3',
        readyJson: true,
      },
    });
  });

  it('tell in one line what is wrong and how to mend it', () => {
    expect(lineOf(['--htpp', 'x'])).toContain('--htpp');
    expect(lineOf(['--data-dir', dirWith(), '--http', 'nowhere'])).toContain(
      'http: must be HOST:PORT',
    );
    expect(lineOf(['--data-dir', dirWith(), '--udp', '1.2.3.4:70000'])).toContain('no such port');
    expect(lineOf(['--data-dir', dirWith('{"auctions":{"maxConcurent":1}}')])).toContain(
      'auctions',
    );
    expect(lineOf(['--data-dir', dirWith('{')])).toContain('not JSON');
    expect(lineOf(['--data-dir', dirWith('[]')])).toContain('one JSON object');
    expect(lineOf(['--config', '/nowhere/at/all.json'])).toContain('ENOENT');
    for (const line of [lineOf(['--x']), lineOf(['--mode', 'live'])])
      expect(line).not.toContain('\n');
  });

  it('take the switches from flag, environment and file, and nothing unclear', () => {
    const demo = (argv: string[], env: NodeJS.ProcessEnv = {}, file?: string): unknown => {
      const read = readSettings(['--data-dir', dirWith(file), ...argv], env);
      return read.ok ? read.settings.demo : read.line;
    };
    expect(demo([])).toBe(false);
    expect(demo(['--demo'])).toBe(true);
    expect(demo([], { CUEBID_DEMO: '1' })).toBe(true);
    expect(demo([], {}, '{"demo":true}')).toBe(true);
    expect(demo([], { CUEBID_DEMO: '0' }, '{"demo":true}')).toBe(false);
    expect(demo([], { CUEBID_DEMO: 'yes' })).toBe('CUEBID_DEMO takes 1 or 0, not "yes".');
    expect(demo([], {}, '{"demo":"yes"}')).toContain('demo');
  });

  it('give a demo a folder of its own, and no mode but on air', () => {
    const home = dirWith();
    const usual = defaultDataDir('linux', { XDG_CONFIG_HOME: home });
    const own = dirWith();
    const dirOf = (argv: string[], env: NodeJS.ProcessEnv = {}): string => {
      const read = readSettings(argv, { XDG_CONFIG_HOME: home, APPDATA: home, ...env });
      return read.ok ? read.settings.dataDir : read.line;
    };
    const real = dirOf([]);
    expect(dirOf(['--demo'])).toBe(join(real, 'demo'));
    expect(dirOf(['--demo', '--data-dir', real])).toBe(join(real, 'demo'));
    expect(dirOf(['--demo', '--data-dir', own])).toBe(own);
    expect(dirOf([], { CUEBID_DEMO: 'true', CUEBID_DATA_DIR: own })).toBe(own);
    expect(dirOf(['--demo', '--mode', 'on-air'])).toBe(join(real, 'demo'));
    expect(dirOf(['--demo', '--mode', 'setup'])).toContain('A demo runs on air');
    if (process.platform === 'linux') expect(real).toBe(usual);
    mkdirSync(join(real, 'demo'), { recursive: true });
    writeFileSync(join(real, 'demo', 'config.json'), '{"htpp":"x"}');
    expect(dirOf(['--demo'])).toContain('htpp');
    expect(dirOf([])).toBe(real);
  });

  it('know the folder of each system', () => {
    expect(defaultDataDir('linux', { XDG_CONFIG_HOME: '/c' })).toBe('/c/Cuebid');
    expect(defaultDataDir('darwin', {})).toContain('Application Support');
    expect(defaultDataDir('win32', { APPDATA: 'R' })).toContain('Cuebid');
  });

  it('split addresses of both families', () => {
    expect(splitHostPort('127.0.0.1:9999')).toEqual({ host: '127.0.0.1', port: 9_999 });
    expect(splitHostPort('[::1]:0')).toEqual({ host: '::1', port: 0 });
  });
});
