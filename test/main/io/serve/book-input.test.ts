// Owns the tests of what a price book may hold when it comes over the LAN API: each refusal names
// the field and its bounds; a book that stands may always be sent again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { centCurrency } from '../../../../src/contract/page';
import { DEFAULT_BOOK } from '../../../../src/main/core/pricing/default-book';
import { BEARER, serve, type Served } from './served';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const GOAL = DEFAULT_BOOK.events['goal_scored'];
const withGoal = (change: object): object => ({
  events: { ...DEFAULT_BOOK.events, goal_scored: { ...GOAL, ...change } },
});
const withModifier = (bps: number): object => ({
  modifiers: { ...DEFAULT_BOOK.modifiers, rivalry: bps },
});

const GOAL_FIELD = 'The field "book.events.goal_scored';

describe('a price book', () => {
  const put = (change: object) => {
    const body = { fromVersion: 1, name: 'Other', book: { ...DEFAULT_BOOK, ...change } };
    const headers = { ...BEARER, 'content-type': 'application/json' };
    return served.ask({ method: 'PUT', path: '/price-book', headers, body: JSON.stringify(body) });
  };

  it.each<[object, string]>([
    [{ currency: 'XYZ' }, 'The field "book.currency" must be an ISO 4217 currency that has cents'],
    [{ currency: 'JPY' }, 'The field "book.currency" must be an ISO 4217 currency that has cents'],
    [{ currency: 'usd' }, 'The field "book.currency" must be an ISO 4217 currency that has cents'],
    [{ events: { 'a goal!': GOAL } }, 'The field "book.events" has a name that must begin with a'],
    [{ events: { '': GOAL } }, 'The field "book.events" has a name that must have at least 1 char'],
    [{ aliases: { ' goal': 'goal_scored' } }, 'The field "book.aliases" has a name that must have'],
    [{ aliases: { go: 'a goal!' } }, 'The field "book.aliases.go" must begin with a letter'],
    [withGoal({ baseCents: 0 }), `${GOAL_FIELD}.baseCents" must be at least 1.`],
    [withGoal({ eventBps: 0 }), `${GOAL_FIELD}.eventBps" must be at least 1.`],
    [withGoal({ baseCent: 5 }), `${GOAL_FIELD}" has keys that are not known: baseCent.`],
    [withModifier(0), 'The field "book.modifiers.rivalry" must be at least 1.'],
    [withModifier(1_000_001), 'The field "book.modifiers.rivalry" must be at most 1000000.'],
    [{ reserve: 1 }, 'The field "book" has keys that are not known: reserve.'],
  ])('with %j is refused with the field and its bounds', async (change, sentence) => {
    const { status, json } = await put(change);
    expect([status, json['code']]).toEqual([422, 'invalid_input']);
    expect(json['message']).toContain(sentence);
  });

  it('is taken as it was told', async () => {
    const told = await served.ask({ path: '/price-book', headers: BEARER });
    const { version, book } = told.json as { version: number; book: object };
    const body = JSON.stringify({ fromVersion: version, name: 'Again', book });
    const headers = { ...BEARER, 'content-type': 'application/json' };
    const { status } = await served.ask({ method: 'PUT', path: '/price-book', headers, body });
    expect(status).toBe(200);
  });

  it('is in a currency whose minor unit is a hundredth', () => {
    const odd =
      'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ' +
      'BHD IQD JOD KWD LYD OMR TND CLF UYW XAU XTS';
    const isTaken = (code: string): boolean => centCurrency.safeParse(code).success;
    expect(odd.split(' ').filter(isTaken)).toEqual([]);
    const usual = 'USD CAD EUR GBP CHF SEK NOK DKK CZK PLN MXN AUD';
    expect(usual.split(' ').filter(isTaken)).toHaveLength(12);
    expect(Intl.supportedValuesOf('currency').filter(isTaken).length).toBeGreaterThan(120);
  });
});

describe('a list', () => {
  it('asked for with a value that is not on offer names those that are', async () => {
    const asked = async (path: string): Promise<unknown> => {
      const { status, json } = await served.ask({ path, headers: BEARER });
      return [status, json['message']];
    };
    expect(await asked('/auctions?status=x')).toEqual([
      422,
      'The field "status" must be one of: CREATED, OPEN, EXTENDED, CLOSING, SOLD, UNSOLD, ' +
        'CANCELLED, ABORTED_CRASH, live, closed.',
    ]);
    expect(await asked('/settlements?state=x')).toEqual([
      422,
      expect.stringContaining('must be one of: DUE, AUTHORISING') as string,
    ]);
  });
});
