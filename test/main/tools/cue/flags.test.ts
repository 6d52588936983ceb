// Owns the proof that what is typed becomes the order it says, and that anything else is refused
// with a line that tells what would be right.
import { describe, expect, it } from 'vitest';
import { orderOf, Wrong } from '../../../../src/main/tools/cue/flags';

const order = (line: string, env: NodeJS.ProcessEnv = {}) => orderOf(line.split(' '), env);

describe('an order', () => {
  it('has the engine of this machine as its default', () => {
    expect(order('--event goal --team NYR')).toEqual({
      action: { kind: 'event', input: { eventType: 'goal', teamId: 'NYR' } },
      host: '127.0.0.1',
      port: 9999,
      format: 'scte35',
      repeat: 1,
      seed: null,
      http: 'http://127.0.0.1:9480',
      token: null,
      dataDir: null,
    });
  });

  it('carries every fact of the moment', () => {
    const facts = '--game G1 --period OT --player p1 --player p2';
    const flags = '--overtime --playoffs --finals --star --close --rivalry --late';
    expect(order(`--event save ${facts} ${flags}`).action).toEqual({
      kind: 'event',
      input: {
        eventType: 'save',
        gameId: 'G1',
        period: 'OT',
        playerIds: ['p1', 'p2'],
        isOvertime: true,
        isPlayoffs: true,
        isFinals: true,
        starPlayer: true,
        closeGame: true,
        rivalry: true,
        latePeriod: true,
      },
    });
  });

  it('knows the game, the stream and the batch', () => {
    expect(
      order('--simulate --home-team MTL --away-team TOR --speed 10 --playoffs').action,
    ).toEqual({
      kind: 'simulate',
      game: {
        home: 'MTL',
        away: 'TOR',
        gameId: null,
        speed: 10,
        isPlayoffs: true,
        rivalry: false,
      },
    });
    const stream = { kind: 'stress', durationS: 60, ratePerSecond: 5 };
    expect(order('--stress --duration 60 --rate 5').action).toEqual(stream);
    expect(order('--stress').action).toEqual(stream);
    expect(order('--batch --team BOS').action).toEqual({ kind: 'batch', input: { teamId: 'BOS' } });
  });

  it('takes token and data folder from the environment, a flag winning', () => {
    const env = { CUEBID_TOKEN: 'one', CUEBID_DATA_DIR: '/data' };
    expect(order('--batch', env)).toMatchObject({ token: 'one', dataDir: '/data' });
    expect(order('--batch --token two', env)).toMatchObject({ token: 'two' });
    expect(order('--batch --http http://10.0.0.5:80/x').http).toBe('http://10.0.0.5');
  });
});

describe('a wrong order', () => {
  it.each([
    ['--team NYR', 'Say one of --event NAME, --batch, --simulate or --stress.'],
    ['--batch --stress', 'Say one of --event NAME, --batch, --simulate or --stress.'],
    ['--event', "Option '--event <value>' argument missing"],
    ['--batch --nope', "Unknown option '--nope'"],
    ['--event goal extra', "Unexpected argument 'extra'"],
    ['--event goal --period 21', '--period takes 1 to 20, OT or SO, not "21".'],
    ['--batch --port 70000', '--port takes a number from 1 to 65535, not "70000".'],
    ['--batch --port 99.5', '--port takes a whole number.'],
    ['--batch --repeat 0', '--repeat takes a number from 1 to 1000, not "0".'],
    ['--stress --rate x', '--rate takes a number from 0.01 to 1000000, not "x".'],
    ['--batch --http nowhere', '--http takes an address like http://127.0.0.1:9480'],
    ['--batch --format mpegts', '--format mpegts is not in this version; use json'],
    ['--batch --format rtp', '--format rtp is not in this version; use json'],
    ['--batch --format scte104', '--format scte104 is not in this version; use json'],
    ['--batch --format morse', '--format morse is no form of a cue; use json'],
    [`--event ${'x'.repeat(65)}`, 'The cue is not valid: eventType'],
  ])('%s', (line, says) => {
    expect(() => order(line)).toThrow(Wrong);
    expect(() => order(line)).toThrow(says);
  });
});
