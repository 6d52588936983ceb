// Owns the proof that what is typed becomes the order it says, and that anything else is refused
// with a line that tells what would be right.
import { describe, expect, it } from 'vitest';
import { orderOf, type SendOrder } from '../../../../src/main/tools/cue/flags';
import { Wrong } from '../../../../src/main/tools/cue/typed';

const typed = (line: string, env: NodeJS.ProcessEnv = {}) => orderOf(line.split(' '), env);
const order = (line: string, env: NodeJS.ProcessEnv = {}): SendOrder => {
  const made = typed(line, env);
  if (made.kind !== 'send') throw new Error('this order sends nothing');
  return made;
};

describe('an order', () => {
  it('has the engine of this machine as its default', () => {
    expect(order('--event goal --team NYR')).toEqual({
      action: { kind: 'event', input: { eventType: 'goal', teamId: 'NYR' } },
      kind: 'send',
      to: [{ host: '127.0.0.1', port: 9999 }],
      local: null,
      lossPercent: 0,
      preRollMs: null,
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

describe('an order of a way', () => {
  it('finds SCTE 104 at its own port', () => {
    const { format, to, preRollMs } = order('--batch --format scte104 --pre-roll 8000');
    expect({ format, to, preRollMs }).toEqual({
      format: 'scte104',
      to: [{ host: '127.0.0.1', port: 5167 }],
      preRollMs: 8_000,
    });
  });

  it('has two legs to the same place, or to another', () => {
    const here = { host: '10.0.0.1', port: 9_999 };
    const legs = '--batch --format rtp --host 10.0.0.1 --legs 2';
    expect(order(`${legs} --loss 12.5`)).toMatchObject({ to: [here, here], lossPercent: 12.5 });
    expect(order(`${legs} --leg-to [::1]:7000`).to).toEqual([here, { host: '::1', port: 7_000 }]);
  });

  it('sends to a group by a card', () => {
    expect(order('--batch --multicast 239.1.2.3 --interface eth1 --port 5000')).toMatchObject({
      to: [{ host: '239.1.2.3', port: 5_000 }],
      local: 'eth1',
    });
  });

  it('keeps what is heard, handed on or not', () => {
    expect(typed('--record a.jsonl --listen 0.0.0.0:0')).toEqual({
      kind: 'record',
      file: 'a.jsonl',
      protocol: 'udp',
      listen: { host: '0.0.0.0', port: 0 },
      passOn: null,
      group: null,
      local: null,
      seconds: null,
    });
    const group = '--multicast 239.1.2.3 --interface 10.0.0.5';
    expect(typed(`--record a --listen 0.0.0.0:9 ${group} --seconds 5`)).toMatchObject({
      group: '239.1.2.3',
      local: '10.0.0.5',
      seconds: 5,
    });
    expect(
      typed('--record a --listen 127.0.0.1:1 --format scte104 --pass-on truck:5167'),
    ).toMatchObject({ protocol: 'scte104', passOn: { host: 'truck', port: 5_167 } });
  });
});

describe('a wrong order', () => {
  it.each([
    ['--team NYR', 'Say one of --event NAME, --batch, --simulate, --stress or --record FILE.'],
    [
      '--batch --stress',
      'Say one of --event NAME, --batch, --simulate, --stress or --record FILE.',
    ],
    ['--event', "Option '--event <value>' argument missing"],
    ['--batch --nope', "Unknown option '--nope'"],
    ['--event goal extra', "Unexpected argument 'extra'"],
    ['--event goal --period 21', '--period takes 1 to 20, OT or SO, not "21".'],
    ['--batch --port 70000', '--port takes a number from 1 to 65535, not "70000".'],
    ['--batch --port 99.5', '--port takes a whole number.'],
    ['--batch --repeat 0', '--repeat takes a number from 1 to 1000, not "0".'],
    ['--stress --rate x', '--rate takes a number from 0.01 to 1000000, not "x".'],
    ['--batch --http nowhere', '--http takes an address like http://127.0.0.1:9480'],
    ['--batch --pre-roll 5000', '--pre-roll needs one of mpegts, rtp, scte104: scte35 carries no'],
    ['--batch --format rtp --pre-roll x', '--pre-roll takes a number from 0 to 65535'],
    ['--batch --format mpegts --legs 2', '--legs 2 needs --format rtp: its packets are numbered.'],
    ['--batch --format rtp --legs 3', '--legs takes a number from 1 to 2'],
    ['--batch --format rtp --leg-to a:1', '--leg-to goes with --legs 2.'],
    ['--batch --format rtp --legs 2 --leg-to a', '--leg-to takes HOST:PORT, not "a".'],
    ['--batch --multicast 10.0.0.1', '--multicast takes a group like 239.1.2.3, not "10.0.0.1".'],
    ['--batch --interface eth0', '--interface goes with --multicast GROUP.'],
    ['--batch --format scte104 --loss 5', '--format scte104 is one TCP connection'],
    ['--batch --loss 101', '--loss takes a number from 0 to 100, not "101".'],
    ['--record a', '--record FILE needs --listen HOST:PORT.'],
    ['--record a --listen 1:1 --batch', '--record sends nothing: no --batch with it.'],
    ['--record a --listen h:1 --format scte104', 'To record SCTE 104 give --pass-on HOST:PORT'],
    ['--batch --format morse', '--format morse is no form of a cue; use json, legacy-json, scte35'],
    [`--event ${'x'.repeat(65)}`, 'The cue is not valid: eventType'],
  ])('%s', (line, says) => {
    expect(() => order(line)).toThrow(Wrong);
    expect(() => order(line)).toThrow(says);
  });
});
