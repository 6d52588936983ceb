// Owns the long hunt: damaged cues from a new seed for as long as the minutes allow. What it finds
// is told with its bytes and its seed.
import { expect, it } from 'vitest';
import { hunt } from './hunt';

const minutes = Number(process.env['CUEBID_DEEP_MINUTES'] ?? '1');
/** The clock is asked once in so many inputs. */
const GLANCE = 4_096;

it('no damaged cue throws, loops, reads past its end or comes back as another', () => {
  const until = Date.now() + minutes * 60_000;
  const seed = (Date.now() & 0xff_ffff) + 1;
  const late = (inputs: number): boolean => inputs % GLANCE === 0 && Date.now() > until;
  const { inputs, read, found } = hunt(seed, (count) => count > 0 && late(count));
  console.info(`${inputs.toLocaleString('en')} damaged cues, ${read.toLocaleString('en')} read`);
  expect(found).toBeNull();
  expect(read).toBeGreaterThan(0);
});
