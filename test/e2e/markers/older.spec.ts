// Owns proof that a long night can be read back: ten thousand markers, fetched page by page while
// one scrolls, each once, and how long the frames took meanwhile, which is printed and not judged.
import { createSocket } from 'node:dgram';
import { expect, type Page } from '@playwright/test';
import type { TestEngine } from '../engine';
import { open, rows, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

const TOTAL = 10_000;
const A_TURN = 50;

async function sendAll(engine: TestEngine): Promise<void> {
  const socket = createSocket('udp4');
  for (let n = 0; n < TOTAL; n += A_TURN) {
    const turn = Array.from({ length: A_TURN }, (_, at) =>
      Buffer.from(JSON.stringify({ event_type: 'save', game_id: `N-${n + at}` })),
    );
    await Promise.all(
      turn.map(
        (bytes) => new Promise((done) => socket.send(bytes, engine.udpPort, '127.0.0.1', done)),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 12));
  }
  socket.close();
}

/** Scrolls to the end again and again until nothing older comes; gives every frame's time. */
function scrolledToTheEnd(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const list = document.querySelector('[data-place="markers"] [data-key]');
    const scroller = list?.closest<HTMLElement>('[role="rowgroup"]');
    const frames: number[] = [];
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let still = 0;
    let whole = 0;
    let last = await frame();
    while (scroller && still < 120) {
      scroller.scrollTop += 2_000;
      const now = await frame();
      frames.push(now - last);
      last = now;
      still = scroller.scrollHeight === whole ? still + 1 : 0;
      whole = scroller.scrollHeight;
    }
    return frames;
  });
}

test('ten thousand markers are read back to the first', async ({ page, engine }) => {
  test.setTimeout(120_000);
  await engine.call('POST', '/mode', { mode: 'SETUP' });
  await sendAll(engine);
  const heard = async (): Promise<number> => {
    const { json } = await engine.call('GET', '/api/live-stats');
    const { markers, queues } = json as {
      markers: { total: number };
      queues: { store: number };
    };
    return queues.store === 0 ? markers.total : -1;
  };
  await expect.poll(heard, { timeout: 60_000 }).toBe(TOTAL);
  await engine.call('POST', '/mode', { mode: 'REHEARSAL' });
  await open(page, engine);
  await visit(page, '/markers');
  await expect(rows(page, 'Markers').first()).toContainText('M-010000');
  const frames = (await scrolledToTheEnd(page)).sort((a, b) => a - b);
  const at = (share: number) => (frames[Math.floor(share * (frames.length - 1))] ?? 0).toFixed(1);
  process.stdout.write(
    `  10,000 markers: ${frames.length} frames, ms p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)}\n`,
  );
  await expect(page.getByRole('button', { name: 'All 10,000' })).toBeVisible();
  await expect(page.getByText('that is all there is')).toBeVisible();
  await expect(rows(page, 'Markers').last()).toContainText('M-000001');
  await rows(page, 'Markers').last().click();
  await expect(page.getByRole('heading', { name: 'Marker M-000001' })).toBeVisible();
});
