// Owns the tests of the log: lines, limits with their counts, secrets taken out, rotation, the last
// words of a process, and a disk that takes nothing.
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogTail } from '../../../../src/main/io/ops/log/log-tail';
import { openLog, type LogSettings, type OpenLog } from '../../../../src/main/io/ops/log/open-log';
import { tempDir } from '../../../fixtures/temp-dir';

interface Line {
  readonly level: string;
  readonly time: string;
  readonly code: string;
  readonly facts: Record<string, unknown>;
}

function logged(dataDir: string, name = 'cuebid.log'): Line[] {
  const text = readFileSync(path.join(dataDir, 'logs', name), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function opened(extra: Partial<LogSettings> = {}) {
  const dataDir = tempDir('log');
  let nowMs = Date.UTC(2026, 0, 1);
  const clock = { wallMs: () => nowMs, monoMs: () => nowMs };
  const log: OpenLog = openLog({ dataDir, clock, ...extra });
  const pass = (ms: number): void => void (nowMs += ms);
  return { log, dataDir, pass };
}

describe('a line', () => {
  it('has level, time, code and facts', async () => {
    const { log, dataDir } = opened();
    log.info('started', { port: 9480 });
    log.error('failed', { error: new RangeError('too far', { cause: 'wind' }) });
    await log.close();
    const [started, failed] = logged(dataDir);
    expect(started).toEqual({
      level: 'info',
      time: '2026-01-01T00:00:00.000Z',
      code: 'started',
      facts: { port: 9480 },
    });
    expect(failed).toMatchObject({
      level: 'error',
      facts: { error: { name: 'RangeError', message: 'too far', cause: 'wind' } },
    });
  });

  it('never carries a secret, however deep or in whatever address', async () => {
    const { log, dataDir } = opened();
    log.warn('asked', {
      ownerToken: 's3cret',
      config: { payments: { privateKey: 's3cret', merchantId: 'm' }, list: [{ Secret: 's3cret' }] },
      url: 'http://127.0.0.1/?view=1&token=s3cret&x=1',
      header: 'Bearer s3cret',
      error: new Error('at http://h/?token=s3cret'),
      cookie: 's3cret',
    });
    await log.close();
    const [line] = logged(dataDir);
    expect(JSON.stringify(line)).not.toContain('s3cret');
    expect(line?.facts).toMatchObject({
      ownerToken: '[redacted]',
      config: { payments: { merchantId: 'm' } },
      url: 'http://127.0.0.1/?view=1&token=[redacted]&x=1',
    });
  });

  it('stays small and whole whatever the facts are', async () => {
    const { log, dataDir } = opened();
    const circle: Record<string, unknown> = { text: 'line\nbreak' };
    circle['self'] = circle;
    const long = { text: 'x'.repeat(100_000), list: Array.from({ length: 1_000 }, () => 'y') };
    log.info('odd', { circle, long, bytes: new Uint8Array(9), big: 12n, none: undefined });
    await log.close();
    const [line] = logged(dataDir);
    expect(JSON.stringify(line).length).toBeLessThan(5_000);
    expect(line?.facts).toMatchObject({ bytes: '9 bytes', big: '12' });
  });
});

describe('a flood', () => {
  it('is logged a few times and then counted, a code and minute', async () => {
    const { log, dataDir, pass } = opened();
    for (let n = 0; n < 100_000; n += 1) log.warn('flood', { n });
    log.warn('other');
    pass(60_000);
    log.info('next_minute');
    log.warn('flood', { n: 'again' });
    await log.close();
    const lines = logged(dataDir);
    const floods = lines.filter(({ code }) => code === 'flood').map(({ facts }) => facts);
    const first = [{ n: 0 }, { n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }];
    expect(floods).toEqual([...first, { heldBack: 99_995 }, { n: 'again' }]);
    expect(lines.filter(({ code }) => code === 'other')).toHaveLength(1);
  });

  it('tells at the end what was held back', async () => {
    const { log, dataDir } = opened();
    for (let n = 0; n < 40; n += 1) log.error('broken', { n });
    await log.close();
    const lines = logged(dataDir);
    expect(lines).toHaveLength(31);
    expect(lines.at(-1)).toMatchObject({ code: 'broken', facts: { heldBack: 10 } });
  });

  it('of codes nobody knows is bounded too', async () => {
    const { log, dataDir } = opened();
    for (let n = 0; n < 2_000; n += 1) log.info(`code_${n}`);
    await log.close();
    const lines = logged(dataDir);
    expect(lines.length).toBeLessThan(510);
    const held = lines.find(({ code }) => code === 'other_codes');
    expect(held?.facts['heldBack']).toBe(2_000 - 500 - 5);
  });
});

describe('the file', () => {
  it('is replaced when full, and the oldest goes', async () => {
    const { log, dataDir, pass } = opened({ mostBytes: 2_000, files: 3 });
    for (let n = 0; n < 200; n += 1) {
      log.info('step', { n, text: 'x'.repeat(100) });
      pass(60_000);
      if (n % 10 === 9) await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    const names = readdirSync(path.join(dataDir, 'logs')).sort();
    expect(names).toEqual(['cuebid.1.log', 'cuebid.2.log', 'cuebid.log'].slice(0, names.length));
    const last = names.includes('cuebid.log') ? logged(dataDir) : logged(dataDir, 'cuebid.1.log');
    expect(last.at(-1)?.facts['n']).toBe(199);
  });

  it('is for this account only', async () => {
    const { log, dataDir } = opened();
    log.info('started');
    await log.close();
    if (process.platform === 'win32') return;
    expect(statSync(path.join(dataDir, 'logs', 'cuebid.log')).mode & 0o077).toBe(0);
  });

  it.each(['exit', 'uncaughtExceptionMonitor'] as const)(
    'has the last words at the %s of the process, and listens no longer once closed',
    async (event) => {
      const before = process.listenerCount(event);
      const { log, dataDir } = opened();
      log.info('early');
      await new Promise((turnEnds) => setImmediate(turnEnds));
      log.error('fatal', { error: 'the end' });
      const [mine] = process.listeners(event as 'exit').slice(before);
      mine?.(1);
      expect(logged(dataDir).map(({ code }) => code)).toContain('fatal');
      expect(logged(dataDir).map(({ code }) => code)).toContain('early');
      await log.close();
      expect(process.listenerCount(event)).toBe(before);
    },
  );

  it.each(['logs', 'logs/cuebid.log/'])('that cannot be written at %s stops the start', (way) => {
    const dataDir = tempDir('log');
    const inTheWay = path.join(dataDir, way);
    if (way.endsWith('/')) mkdirSync(inTheWay, { recursive: true });
    else writeFileSync(inTheWay, '');
    const clock = { wallMs: () => 0, monoMs: () => 0 };
    expect(() => openLog({ dataDir, clock })).toThrow(
      expect.objectContaining({
        name: 'StartFault',
        message: expect.stringMatching(/^The log \S+cuebid\.log cannot be written \(E\w+\): .+$/u),
      }),
    );
  });

  it('has the last words at once', () => {
    const { log, dataDir } = opened();
    log.error('fatal', { error: 'the end' });
    log.flush();
    expect(logged(dataDir)).toMatchObject([{ code: 'fatal' }]);
  });

  it('goes on after the disk took nothing, and tells how many lines that cost', async () => {
    const { log, dataDir } = opened();
    const folder = path.join(dataDir, 'logs');
    rmSync(folder, { recursive: true });
    log.info('lost');
    log.warn('lost_too');
    log.flush();
    mkdirSync(folder);
    log.info('back');
    await log.close();
    expect(logged(dataDir).map(({ code, facts }) => ({ code, facts }))).toEqual([
      { code: 'log_lines_lost', facts: { lines: 2 } },
      { code: 'back', facts: {} },
    ]);
  });
});

describe('the tail', () => {
  it('has the last lines, those of the run before too, with who speaks and no secret', async () => {
    const { log, dataDir } = opened();
    log.info('listener_up', { port: 9_999, ownerToken: 's3cret' });
    await log.close();
    const again = openLog({ dataDir, clock: { wallMs: () => 0, monoMs: () => 0 } });
    again.warn('request_refused', { status: 404 });
    expect(again.tail()).toEqual([
      {
        at: '2026-01-01T00:00:00.000Z',
        level: 'info',
        component: 'listener',
        code: 'listener_up',
        facts: { port: 9_999, ownerToken: '[redacted]' },
      },
      {
        at: '1970-01-01T00:00:00.000Z',
        level: 'warn',
        component: 'api',
        code: 'request_refused',
        facts: { status: 404 },
      },
    ]);
    await again.close();
  });

  it('keeps 200 lines, and leaves out what is torn', () => {
    const dataDir = tempDir('log');
    const file = path.join(dataDir, 'cuebid.log');
    const line = (n: number): string =>
      JSON.stringify({ level: 'info', time: 't', code: `n_${n}`, facts: {} });
    const lines = Array.from({ length: 900 }, (_, n) => line(n));
    writeFileSync(file, `${lines.join('\n')}\n{"level":"in`);
    const tail = new LogTail(file);
    expect(tail.lines().map(({ code }) => code)).toEqual(
      lines.slice(-199).map((_, n) => `n_${n + 701}`),
    );
    tail.keep('x'.repeat(300_000));
    expect(tail.lines()).toEqual([]);
  });
});
