// Owns what the desktop host tells this page about the engine's process: why it is down and when it
// is tried again. Refuses word from another window and what is no news; a browser is told nothing.
import { create } from 'zustand';
import type { ENGINE_NEWS, EngineNews } from '../../../contract/status';

const CHANNEL: typeof ENGINE_NEWS = 'engine-news';
/** How long the console may take to link to an engine that is up, before it is silence again. */
export const LINK_WITHIN_MS = 5_000;

/** The last news, null where no host tells any, and when it came (monotonic ms). */
export interface Heard {
  readonly news: EngineNews | null;
  readonly heardMonoMs: number;
}

export const useEngineNews = create<Heard>()(() => ({ news: null, heardMonoMs: 0 }));

const STATES: readonly string[] = [
  ...(['starting', 'up', 'restarting', 'ended'] satisfies EngineNews['state'][]),
];

/** Whether a message's data is news of the engine. */
export function isNews(data: unknown): data is { channel: string; news: EngineNews } {
  if (typeof data !== 'object' || data === null || !('news' in data)) return false;
  if (!('channel' in data) || data.channel !== CHANNEL) return false;
  const news: Partial<Record<keyof EngineNews, unknown>> = Object(data.news) as EngineNews;
  const { state, restarts, why, nextTryMs } = news;
  const told = why === null || typeof why === 'string';
  const timed = nextTryMs === null || typeof nextTryMs === 'number';
  return STATES.includes(String(state)) && typeof restarts === 'number' && told && timed;
}

/** Whether the news say that the engine's process is down. */
export function isDown({ news }: Heard): boolean {
  return news !== null && news.state !== 'up' && news.why !== null;
}

/** Whether it was down and has only just come up again, so that the link may still be missing. */
export function isJustUp({ news, heardMonoMs }: Heard, monoMs: number): boolean {
  const again = news?.state === 'up' && news.restarts > 0;
  return again && monoMs - heardMonoMs < LINK_WITHIN_MS;
}

/** 'next try in 4 s', counted down; what follows where none is coming. */
export function nextTryText({ news, heardMonoMs }: Heard, monoMs: number): string {
  if (news === null || news.state === 'up') return '';
  if (news.state === 'ended') return 'it is not tried again';
  const leftMs = (news.nextTryMs ?? 0) - (monoMs - heardMonoMs);
  if (news.state === 'starting' || leftMs <= 0) return 'trying now';
  return `next try in ${Math.ceil(leftMs / 1000)} s`;
}

/** For a lamp: 'ended with code 1, next try in 4 s'; null while nothing is wrong. */
export function lampNews(heard: Heard, monoMs: number): string | null {
  if (!isDown(heard)) return null;
  const why = (heard.news?.why ?? '').replace(/^The engine /u, '').replace(/\.$/u, '');
  return `${why}, ${nextTryText(heard, monoMs)}`;
}

/** Hears the host's news for as long as the page lives. */
export function followNews(page: Window): void {
  page.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== page || !isNews(data)) return;
    useEngineNews.setState({ news: data.news, heardMonoMs: performance.now() });
  });
}
