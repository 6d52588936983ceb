// Owns what a locked desk may still call: questions, never commands. It stands in the one place all
// calls pass, so that no screen can forget it. Refuses what it does not know to be a question.
import type { ClientLink } from '@orpc/client';

/** Calls that only ask, by the last part of their name. */
const QUESTIONS: readonly string[] = [
  ...['health', 'liveStats', 'list', 'listScte', 'get', 'bids', 'explain'],
  ...['preview', 'versions', 'floors', 'pads', 'decode', 'encode', 'export', 'analytics'],
  ...['machine', 'preflight', 'log', 'supportBundle', 'timeline', 'happens', 'plan'],
];

/** Whether a call changes nothing. `path` is the contract's: ['priceBook', 'put']. */
export function onlyAsks(path: readonly string[]): boolean {
  return path[0] === 'feeds' || QUESTIONS.includes(path.at(-1) ?? '');
}

/** What a locked desk answers instead of sending a command. */
export class DeskLocked extends Error {
  readonly code = 'desk_locked';
  constructor() {
    super('This desk is locked: nothing was sent. Unlock it in the notice line.');
  }
}

/** The same link, that refuses commands while `locked` says so. */
export function lockable<T extends Record<never, never>>(
  link: ClientLink<T>,
  locked: () => boolean,
): ClientLink<T> {
  return {
    call: (path, input, options) =>
      locked() && !onlyAsks(path)
        ? Promise.reject(new DeskLocked())
        : link.call(path, input, options),
  };
}
