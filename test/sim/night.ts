// Owns a simulated night from a seed: a made-up game's cues, copied, late, reordered, torn, with
// price changes, clock steps and engines that vanish. The flows, the core and SQLite are the real
// ones. Refuses to judge; the tests do.
import { virtualTime } from './virtual-time';
import {
  FACE_OFF_MS,
  nightDir,
  seededRandom,
  virtualTruck,
  type VirtualTruck,
} from './virtual-truck';

const KINDS = ['goal', 'save', 'penalty', 'fight', 'power_play', 'commercial_break', 'nonsense'];
const TEAMS = ['NYR', 'BOS'];
const STEPS = 120;

/** What a night left behind. */
export interface Night {
  readonly dataDir: string;
  readonly heard: number;
  readonly crashes: number;
  readonly head: { readonly seq: number; readonly hash: string };
}

/** Whole numbers from 0 to below `most`, the same for the same seed. */
function dice(seed: number): (most: number) => number {
  const random = seededRandom(seed);
  return (most) => Number.parseInt(random(4), 16) % most;
}

function cueAt(step: number, roll: (most: number) => number, nowMs: number): Buffer {
  const lateMs = roll(8) === 0 ? 5_000 + roll(20_000) : 0;
  const cue = {
    event_type: KINDS[roll(KINDS.length)],
    game_id: 'night',
    team_id: TEAMS[roll(2)],
    period: 1 + (step % 3),
    player_ids: [`p${roll(40)}`],
    is_overtime: roll(10) === 0,
    close_game: roll(3) === 0,
    ...(roll(4) === 0 ? {} : { timestamp: new Date(nowMs - lateMs).toISOString() }),
  };
  const json = Buffer.from(JSON.stringify(cue));
  const form = roll(5);
  if (form === 0) return Buffer.concat([Buffer.from([0xfc]), Buffer.alloc(19), json]);
  if (form === 1) return json.subarray(0, roll(json.length));
  return json;
}

interface Going {
  truck: VirtualTruck;
  crashes: number;
  heard: number;
  readonly pending: Buffer[];
}

async function crash(going: Going): Promise<void> {
  const { dataDir, time, store } = going.truck;
  await store.close();
  going.crashes += 1;
  going.truck = virtualTruck({ dataDir, time, seed: 1_000 + going.crashes });
  await going.truck.start();
}

async function step(going: Going, n: number, roll: (most: number) => number): Promise<void> {
  const { time } = going.truck;
  const cue = cueAt(n, roll, time.clock.wallMs());
  for (let copies = roll(4); copies >= 0; copies -= 1) going.pending.push(cue);
  if (roll(3) === 0) going.pending.reverse();
  for (let count = roll(going.pending.length + 1); count > 0; count -= 1) {
    const bytes = going.pending.shift();
    if (bytes !== undefined) going.heard += going.truck.hear(bytes).length;
    await time.pass(roll(40));
  }
  if (roll(25) === 0) time.stepWall(roll(2_000) - 1_000);
  if (roll(20) === 0) await crash(going);
  await time.pass(roll(1_500));
}

/** Plays the night of a seed to its end. */
export async function night(seed: number): Promise<Night> {
  const roll = dice(seed);
  const truck = virtualTruck({ dataDir: nightDir(), time: virtualTime(FACE_OFF_MS), seed });
  await truck.start();
  const going: Going = { truck, crashes: 0, heard: 0, pending: [] };
  for (let n = 0; n < STEPS; n += 1) await step(going, n, roll);
  await going.truck.time.pass(60_000);
  await going.truck.stop();
  const { head } = await going.truck.store.load();
  await going.truck.store.close();
  return { dataDir: truck.dataDir, heard: going.heard, crashes: going.crashes, head };
}
