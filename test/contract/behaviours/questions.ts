// Owns the suite's questions: lists in pages, filters, single rows, explanations, health, and the
// faults of asking wrongly.
import { describe, expect, it } from 'vitest';
import { auctionSchema, explainSchema } from '../../../src/contract/auction';
import { markerSchema } from '../../../src/contract/marker';
import { settlementSchema } from '../../../src/contract/settlement';
import { priceTrace } from '../../../src/contract/price-book';
import {
  logTailSchema,
  machineSchema,
  preflightSchema,
  supportBundleSchema,
} from '../../../src/contract/host/machine';
import { healthSchema, liveStatsSchema } from '../../../src/contract/status';
import type { Page } from '../../../src/contract/page';
import type { Stage } from './stage';

type Ask = { after?: string; limit?: number };

/** Every item of a list, one page after the other. */
async function everything<T>(list: (ask: Ask) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const items: T[] = [];
  let page = await list({ limit });
  items.push(...page.items);
  while (page.next !== null) {
    page = await list({ limit, after: page.next });
    items.push(...page.items);
  }
  return items;
}

function lists(stage: Stage): void {
  it('lists markers oldest first, in pages that neither overlap nor skip', async () => {
    const { markers } = stage.client;
    const whole = await everything((ask) => markers.list(ask), 500);
    const bits = await everything((ask) => markers.list(ask), 5);
    expect(whole.length).toBeGreaterThan(0);
    expect(bits.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    const order = whole.map(({ seq }) => seq);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    for (const row of whole) markerSchema.parse(row);
  });

  it('lists markers backwards from a place, each page oldest first', async () => {
    const { markers } = stage.client;
    const whole = await everything((ask) => markers.list(ask), 500);
    const back: string[] = [];
    let before: number | undefined = (whole.at(-1)?.seq ?? 0) + 1;
    while (before !== undefined) {
      const page: Page<{ id: string }> = await markers.list({ before, limit: 2 });
      back.unshift(...page.items.map(({ id }) => id));
      before = page.next === null ? undefined : Number(page.next);
    }
    expect(back).toEqual(whole.map(({ id }) => id));
    const { seq = 0 } = whole[0] ?? {};
    expect(await markers.list({ before: seq })).toEqual({ items: [], next: null });
  });

  it('lists auctions and settlements by state', async () => {
    const { auctions, settlements } = stage.client;
    const sold = (await auctions.list({ status: 'SOLD' })).items;
    const closed = (await auctions.listScte({ status: 'closed', limit: 500 })).items;
    expect(sold.length).toBeGreaterThan(0);
    expect(sold.every(({ status }) => status === 'SOLD')).toBe(true);
    expect(closed.map(({ id }) => id)).toEqual(expect.arrayContaining(sold.map(({ id }) => id)));
    const due = (await settlements.list({ state: 'DUE' })).items;
    expect(due.length).toBeGreaterThan(0);
    expect((await settlements.list({ state: 'FROZEN' })).items).toEqual([]);
    for (const row of due) settlementSchema.parse(row);
  });

  it('keeps a page within its limit and says where to go on', async () => {
    const page = await stage.client.auctions.list({ limit: 1 });
    expect(page.items).toHaveLength(1);
    auctionSchema.parse(page.items[0]);
  });
}

function rows(stage: Stage): void {
  it('explains a sold auction: price, and one reason for every bidder', async () => {
    const { auctions } = stage.client;
    const [sold] = (await auctions.list({ status: 'SOLD' })).items;
    const id = sold?.id ?? 'none';
    expect(await auctions.get({ id })).toEqual(sold);
    const explained = explainSchema.parse(await auctions.explain({ id }));
    const won = explained.bidders.filter(({ outcome }) => outcome === 'won');
    expect(won.map(({ bidderId }) => bidderId)).toEqual([sold?.winner?.bidderId]);
    const bids = (await auctions.bids({ id })).items;
    expect(bids).toHaveLength(sold?.bidCount ?? -1);
    expect(bids.every(({ auctionId }) => auctionId === id)).toBe(true);
  });

  it('gives a settlement by its id', async () => {
    const { settlements } = stage.client;
    const [row] = (await settlements.list({ limit: 1 })).items;
    expect(await settlements.get({ id: row?.id ?? 'none' })).toEqual(row);
  });

  it('says what a moment would cost, by the book in force', async () => {
    const { priceBook } = stage.client;
    const context = { closeGame: true };
    const { items } = await priceBook.floors({ eventTypes: ['goal_scored'], context });
    expect(items.map(({ eventType }) => eventType)).toEqual(['goal_scored']);
    expect(priceTrace.parse(items[0]).floorCents).toBeGreaterThan(0);
    await expect(priceBook.floors({ eventTypes: [], context })).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });

  it('says how the engine is', async () => {
    const health = healthSchema.parse(await stage.client.health());
    expect(health.checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['store']));
    expect(health.status).not.toBe('down');
    const stats = liveStatsSchema.parse(await stage.client.liveStats());
    expect(stats.mode).toBe('REHEARSAL');
  });
}

function ofTheHost(stage: Stage): void {
  it('says what it runs on, and runs the pre-flight that gates going on air', async () => {
    const machine = machineSchema.parse(await stage.client.machine());
    expect(machine.threads.map(({ thread }) => thread)).toContain('engine');
    expect(machine.database?.sqlite).toMatch(/^3\./u);
    const { ready, checks } = preflightSchema.parse(await stage.client.preflight());
    expect(ready).toBe(false);
    expect(checks.find(({ id }) => id === 'buyers')).toMatchObject({ status: 'stops' });
  });

  it('gives the last lines of the log by level and component', async () => {
    const { log } = stage.client;
    const all = logTailSchema.parse(await log({}));
    expect(all.components).toEqual(['api', 'engine', 'listener']);
    expect(all.items.map(({ level }) => level)).toEqual(['info', 'warn', 'error']);
    const grave = await log({ level: 'warn' });
    expect(grave.items.map(({ level }) => level)).toEqual(['warn', 'error']);
    const api = await log({ component: 'api' });
    expect(api.items.map(({ code }) => code)).toEqual(['request_refused']);
    expect(api.components).toEqual(all.components);
    expect((await log({ limit: 1 })).items.map(({ code }) => code)).toEqual(['listener_down']);
    await expect(log({ limit: 201 })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('puts it all into one bundle, with counts and no amounts', async () => {
    const bundle = supportBundleSchema.parse(await stage.client.supportBundle());
    expect(bundle.liveStats.mode).toBe('REHEARSAL');
    expect(bundle.log).toHaveLength(3);
    expect(JSON.stringify(bundle)).not.toMatch(/Cents|token/u);
  });
}

function askedWrongly(stage: Stage): void {
  it('has a code of its own for what is not there', async () => {
    const { auctions, settlements } = stage.client;
    const id = 'no-such-id';
    const unknown = { code: 'unknown_auction', status: 404 };
    await expect(auctions.get({ id })).rejects.toMatchObject(unknown);
    await expect(auctions.explain({ id })).rejects.toMatchObject(unknown);
    await expect(auctions.bids({ id })).rejects.toMatchObject(unknown);
    await expect(settlements.get({ id })).rejects.toMatchObject({ code: 'unknown_settlement' });
  });

  it('names the field that is wrong, in words', async () => {
    await expect(stage.client.markers.list({ limit: 501 })).rejects.toMatchObject({
      code: 'invalid_input',
      status: 422,
      message: 'The field "limit" must be at most 500.',
      data: { fields: [{ field: 'limit', problem: 'must be at most 500' }] },
    });
    const status = 'LOST' as 'SOLD';
    await expect(stage.client.auctions.list({ status })).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ field: 'status' }] },
    });
  });

  it('refuses a cursor it did not give out', async () => {
    const asked = stage.client.markers.list({ after: 'not a cursor' });
    await expect(asked).rejects.toMatchObject({ code: 'cursor', status: 422 });
  });
}

/** The questions of the contract. */
export function questionBehaviour(stage: Stage): void {
  describe('lists', () => lists(stage));
  describe('rows', () => rows(stage));
  describe('of the host', () => ofTheHost(stage));
  describe('asked wrongly', () => askedWrongly(stage));
}
