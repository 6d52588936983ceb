// Holds the supervisor to its word over real child processes: crash loops back off, a hung engine
// is killed and started anew, an end is asked for before it is forced, and everything is told.
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EngineNews, Mode } from '../../../src/contract/status';
import { Supervisor, type Supervision } from '../../../src/main/shell/engine/supervisor';
import { ENGINE_LIKE, endAll, forkNode, type NodeForked } from './node-fork';

const QUICK = { beatMs: 40, missedMost: 8, leastMs: 20, mostMs: 160, endMs: 400, startMs: 4_000 };
const WAIT = { timeout: 15_000, interval: 20 };

const open: Supervisor<never>[] = [];
afterEach(async () => {
  for (const supervisor of open.splice(0)) void supervisor.end();
  await endAll();
});

/** A supervisor over children that behave as `manners` name, the last one for ever. */
function supervised(manners: readonly string[], times: Supervision<never>['times'] = {}) {
  const news: EngineNews[] = [];
  const modes: (Mode | null)[] = [];
  const children: NodeForked[] = [];
  const supervisor = new Supervisor<never>({
    fork: () => {
      const manner = manners[Math.min(children.length, manners.length - 1)] ?? 'steady';
      const child = forkNode(ENGINE_LIKE, [manner]);
      children.push(child);
      return child;
    },
    tell: (told) => news.push(told),
    mode: (mode) => modes.push(mode),
    times: { ...QUICK, ...times },
  });
  open.push(supervisor);
  supervisor.start();
  const states = (): string[] => news.map(({ state }) => state);
  return { supervisor, news, modes, children, states };
}

describe('a supervised engine', () => {
  it('is told to be up, and in which mode it is', async () => {
    const { states, modes, supervisor } = supervised(['steady']);
    await vi.waitFor(() => expect(modes).toContain('ON_AIR'), WAIT);
    expect(states()).toEqual(['starting', 'up']);
    expect(supervisor.news).toEqual({ state: 'up', restarts: 0, why: null, nextTryMs: null });
  });

  it('that ends unasked is started anew, and that is told with the reason', async () => {
    const { states, news, modes, children, supervisor } = supervised(['steady']);
    await vi.waitFor(() => expect(states()).toContain('up'), WAIT);
    children[0]?.process.send({ kind: 'break' });
    await vi.waitFor(
      () => expect(states()).toEqual(['starting', 'up', 'restarting', 'starting', 'up']),
      WAIT,
    );
    expect(news[2]).toEqual({
      state: 'restarting',
      restarts: 1,
      why: 'The engine ended with code 7.',
      nextTryMs: QUICK.leastMs,
    });
    // What fell on air is on air until it says otherwise.
    expect(modes).not.toContain(null);
    await supervisor.end();
    expect(modes.at(-1)).toBeNull();
  });

  it('that breaks at once backs off, doubling to a bound, and is never given up', async () => {
    const { news, states } = supervised(['broken']);
    await vi.waitFor(() => expect(news.at(-1)?.restarts).toBe(6), WAIT);
    const pauses = news.flatMap(({ nextTryMs }) => (nextTryMs === null ? [] : [nextTryMs]));
    expect(pauses.slice(0, 6)).toEqual([20, 40, 80, 160, 160, 160]);
    expect(states()).not.toContain('up');
    expect(news.find(({ state }) => state === 'restarting')?.why).toBe(
      'The engine ended with code 3.',
    );
  });

  it('that held for a while starts the counting anew', async () => {
    const manners = ['broken', 'broken', 'steady', 'broken'];
    const { news, states, children } = supervised(manners, { steadyMs: 1 });
    await vi.waitFor(() => expect(states()).toContain('up'), WAIT);
    children[2]?.process.send({ kind: 'break' });
    await vi.waitFor(() => expect(news.at(-1)?.restarts).toBe(4), WAIT);
    const pauses = news.flatMap(({ nextTryMs }) => (nextTryMs === null ? [] : [nextTryMs]));
    expect(pauses.slice(0, 4)).toEqual([20, 40, 20, 40]);
  });

  it('that hears nothing any more is killed and started anew', async () => {
    const { news, states, children } = supervised(['deaf', 'steady']);
    await vi.waitFor(() => expect(states().at(-1)).toBe('up'), WAIT);
    await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ state: 'up', restarts: 1 }), WAIT);
    expect(children[0]?.process.signalCode).toBe('SIGKILL');
    expect(news.find(({ state }) => state === 'restarting')?.why).toBe(
      'The engine did not answer any more.',
    );
  });

  it('that never comes up is killed in time, one that speaks noise at once', async () => {
    const { news } = supervised(['silent', 'noisy', 'steady'], { startMs: 500 });
    await vi.waitFor(() => expect(news.at(-1)?.state).toBe('up'), WAIT);
    expect(news.filter(({ state }) => state === 'restarting').map(({ why }) => why)).toEqual([
      'The engine did not start in time.',
      'The engine said something that is no word of ours.',
    ]);
  });

  it('that cannot start the first time is given up with its own line', async () => {
    const { news, children, states } = supervised(['refusing']);
    await vi.waitFor(() => expect(news.at(-1)?.state).toBe('ended'), WAIT);
    expect(news.at(-1)?.why).toBe('UDP 9999 is taken; close the other.');
    expect(children).toHaveLength(1);
    expect(states()).toEqual(['starting', 'ended']);
  });

  it('that cannot start again after it was up is tried for ever', async () => {
    const { news, states, children } = supervised(['steady', 'refusing', 'refusing', 'steady']);
    await vi.waitFor(() => expect(states()).toContain('up'), WAIT);
    children[0]?.process.send({ kind: 'break' });
    await vi.waitFor(() => expect(news.at(-1)).toMatchObject({ state: 'up', restarts: 3 }), WAIT);
  });
});

describe('a host whose own loop stalls', () => {
  it('does not hold its own silence against the engine', async () => {
    const { states, news, modes } = supervised(['steady']);
    await vi.waitFor(() => expect(modes).toContain('ON_AIR'), WAIT);
    const held = QUICK.beatMs * QUICK.missedMost * 4;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, held);
    const before = modes.length;
    await vi.waitFor(() => expect(modes.length).toBeGreaterThan(before + 12), WAIT);
    expect(states()).toEqual(['starting', 'up']);
    expect(news.at(-1)?.restarts).toBe(0);
  });
});

describe('an asked end', () => {
  it('is asked for before anything is killed', async () => {
    const { supervisor, states, children } = supervised(['steady']);
    await vi.waitFor(() => expect(states()).toContain('up'), WAIT);
    expect(await supervisor.end()).toBe('clean');
    expect(children[0]?.process.exitCode).toBe(0);
    expect(states()).toEqual(['starting', 'up', 'ended']);
  });

  it('that is not obeyed is forced after the time it was given, and only then', async () => {
    const { supervisor, states, children } = supervised(['stubborn']);
    await vi.waitFor(() => expect(states()).toContain('up'), WAIT);
    const from = performance.now();
    const both = await Promise.all([supervisor.end(), supervisor.end()]);
    expect(both).toEqual(['killed', 'killed']);
    expect(performance.now() - from).toBeGreaterThanOrEqual(QUICK.endMs - 5);
    expect(children[0]?.process.signalCode).toBe('SIGKILL');
  });

  it('tells an end that was not clean', async () => {
    const { supervisor, states } = supervised(['sloppy']);
    await vi.waitFor(() => expect(states()).toContain('up'), WAIT);
    expect(await supervisor.end()).toBe('not clean');
  });

  it('starts nothing anew, also not one that was waiting to be', async () => {
    const { supervisor, news, children } = supervised(['broken'], { leastMs: 200, mostMs: 200 });
    await vi.waitFor(() => expect(news.at(-1)?.state).toBe('restarting'), WAIT);
    const forked = children.length;
    expect(await supervisor.end()).toBe('was down');
    // One that is begun later, with the same wait, is tried anew; by then so would this one.
    const later = supervised(['broken'], { leastMs: 200, mostMs: 200 });
    await vi.waitFor(() => expect(later.children).toHaveLength(2), WAIT);
    expect(children).toHaveLength(forked);
  });
});
