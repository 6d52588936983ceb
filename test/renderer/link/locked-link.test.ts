// Owns proof of the locked desk: over the whole contract, what only asks goes through and what
// changes anything does not. Refuses a list of its own: the contract's methods are the measure.
import { describe, expect, it } from 'vitest';
import { api } from '../../../src/contract/api';
import { DeskLocked, lockable, onlyAsks } from '../../../src/renderer/src/link/locked-link';

/** Calls that post a question: they record nothing. */
const POSTED_QUESTIONS = [
  ...['priceBook.preview', 'priceBook.floors', 'markers.decode', 'markers.encode'],
];

interface Call {
  readonly path: string;
  readonly method: string;
}

function callsOf(part: object, path: readonly string[] = []): Call[] {
  if ('~orpc' in part) {
    const { route } = part['~orpc'] as { route: { method?: string } };
    return [{ path: path.join('.'), method: route.method ?? 'POST' }];
  }
  return Object.entries(part).flatMap(([name, inner]) => callsOf(inner as object, [...path, name]));
}

const CALLS = callsOf(api);

describe('a locked desk', () => {
  it.each(CALLS)('lets $path through only where it asks ($method)', ({ path, method }) => {
    const asks = method === 'GET' || POSTED_QUESTIONS.includes(path);
    expect(onlyAsks(path.split('.'))).toBe(asks);
  });

  it('answers a command itself, in words, and sends nothing', async () => {
    const sent: string[] = [];
    let locked = true;
    const call = (path: readonly string[]): Promise<string> => {
      sent.push(path.join('.'));
      return Promise.resolve('done');
    };
    const link = lockable({ call }, () => locked);
    const options = { context: {} };
    await expect(link.call(['setMode'], {}, options)).rejects.toBeInstanceOf(DeskLocked);
    expect(await link.call(['auctions', 'get'], {}, options)).toBe('done');
    locked = false;
    expect(await link.call(['setMode'], {}, options)).toBe('done');
    expect(sent).toEqual(['auctions.get', 'setMode']);
    expect(CALLS.length).toBeGreaterThan(15);
  });
});
