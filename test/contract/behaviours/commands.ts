// Owns the suite's commands: manual cue, mode, price book, and how each is refused. Refuses to
// leave the engine in another mode than it found it in.
import { describe, expect, it } from 'vitest';
import { MANUAL_PADS } from '../../../src/contract/limits';
import { STALE_SOURCE } from '../canned-rows';
import type { Stage } from './stage';

function cues(stage: Stage): void {
  it('fires a manual cue that becomes a marker, and refuses the next within a second', async () => {
    const { markers } = stage.client;
    const cue = { eventType: 'goal_scored', period: 2, closeGame: true, idempotencyKey: 'k-1' };
    const fired = await markers.testCue(cue);
    expect(fired).toMatchObject({ status: 'ACCEPTED', plan: null });
    expect(await markers.testCue(cue)).toEqual(fired);
    const listed = await markers.list({ limit: 500 });
    expect(listed.items.map(({ id }) => id)).toContain(fired.markerId);
    await expect(markers.testCue({ eventType: 'goal_scored' })).rejects.toMatchObject({
      code: 'too_soon',
      status: 429,
      data: { waitMs: expect.any(Number) as number },
    });
  });

  it('says what a cue would do without doing it, and what each pad could do', async () => {
    const { markers } = stage.client;
    const before = await markers.list({ limit: 500 });
    const ask = { pad: 'slot-start', eventType: 'goal_scored', dryRun: true } as const;
    const dry = await markers.testCue(ask);
    expect(dry).toMatchObject({ markerId: null, auctionId: null });
    expect(dry.cue.hex).toMatch(/^fc[0-9a-f]+$/u);
    expect(dry.plan?.happens).toMatch(/\.$/u);
    expect(await markers.list({ limit: 500 })).toEqual(before);
    const pads = await markers.pads({});
    expect(pads.items.map(({ pad }) => pad)).toEqual(MANUAL_PADS);
    await expect(markers.testCue({ pad: 'out-30' })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'The field "eventType" is missing.',
    });
  });

  it('refuses an event type nobody sells, and a cue without one', async () => {
    const { markers } = stage.client;
    const unknown = markers.testCue({ eventType: 'streaker' });
    await expect(unknown).rejects.toMatchObject({ code: 'unknown_event_type', status: 422 });
    const nothing = {} as { eventType: string };
    await expect(markers.testCue(nothing)).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'The field "eventType" is missing.',
    });
  });
}

function modes(stage: Stage): void {
  it('changes the mode, and SETUP starts nothing', async () => {
    const { setMode, liveStats, markers } = stage.client;
    expect((await setMode({ mode: 'SETUP', why: 'test' })).mode).toBe('SETUP');
    expect((await liveStats()).mode).toBe('SETUP');
    const cue = markers.testCue({ eventType: 'goal_scored' });
    await expect(cue).rejects.toMatchObject({ code: 'setup_mode', status: 409 });
    expect((await setMode({ mode: 'REHEARSAL' })).mode).toBe('REHEARSAL');
  });

  it('says why it does not go on air', async () => {
    await expect(stage.client.setMode({ mode: 'ON_AIR' })).rejects.toMatchObject({
      code: 'mode_refused',
      status: 409,
    });
    expect((await stage.client.liveStats()).mode).toBe('REHEARSAL');
  });
}

function holds(stage: Stage): void {
  it('holds every new auction, says so, and lets them open again', async () => {
    const { setHold, liveStats } = stage.client;
    expect((await setHold({ held: true, why: 'test' })).held).toBe(true);
    expect((await liveStats()).held).toBe(true);
    const other = { held: false, expected: false };
    await expect(setHold(other)).rejects.toMatchObject({ code: 'stale_version', status: 409 });
    expect((await setHold({ held: false, expected: true })).held).toBe(false);
  });
}

function sources(stage: Stage): void {
  it('tells a source whose clock is wrong, and trusts its arrival until told not to', async () => {
    const { markers, liveStats } = stage.client;
    const address = STALE_SOURCE;
    const told = async () => (await liveStats()).sources?.find((one) => one.address === address);
    expect(await told()).toMatchObject({ staleInARow: 2, trustedBy: null });
    expect((await told())?.offsetMs).toBeLessThan(-59_000);
    const trusting = await markers.trustArrival({ address, trusted: true, why: 'no NTP there' });
    expect(trusting.sources).toMatchObject([{ address, trustedBy: 'owner' }]);
    await markers.trustArrival({ address, trusted: false });
    expect((await told())?.trustedBy ?? null).toBeNull();
    await expect(
      markers.trustArrival({ address: '192.0.2.51', trusted: true }),
    ).rejects.toMatchObject({ code: 'unknown_source', status: 404 });
  });
}

function quarantine(stage: Stage): void {
  it('releases a quarantined marker once, and no other', async () => {
    const { markers } = stage.client;
    const [held] = (await markers.list({ status: 'QUARANTINED', limit: 500 })).items;
    const id = held?.id ?? '';
    expect(held).toMatchObject({ reason: 'source_not_allowed', auctionId: null });
    const released = await markers.release({ id });
    expect(released).toMatchObject({ id, status: 'ACCEPTED', released: { by: 'owner' } });
    expect((await markers.release({ id })).released).toEqual(released.released);
    expect((await markers.list({ status: 'QUARANTINED', limit: 500 })).items).toEqual([]);
    const [other] = (await markers.list({ status: 'ACCEPTED', limit: 1 })).items;
    await expect(markers.release({ id: other?.id ?? '' })).rejects.toMatchObject({
      code: 'not_quarantined',
      status: 409,
    });
    await expect(markers.release({ id: 'M-999999' })).rejects.toMatchObject({
      code: 'unknown_marker',
      status: 404,
    });
  });
}

function listeners(stage: Stage): void {
  it('lists them in pages, stops one by choice and starts it again', async () => {
    const { listeners } = stage.client;
    const states = async () => (await listeners.list({})).items.map(({ state }) => state);
    const first = await listeners.list({ limit: 1 });
    expect(first.items).toMatchObject([{ id: 'udp-1' }]);
    const rest = await listeners.list({ after: first.next ?? '' });
    expect(rest).toMatchObject({ items: [{ id: 'udp-2' }], next: null });
    const stopped = await listeners.stop({ id: 'udp-2', why: 'test' });
    expect(stopped).toMatchObject({ id: 'udp-2', state: 'stopped', detail: 'off by choice' });
    expect(await states()).toEqual(['listening', 'stopped']);
    expect(await listeners.stop({ id: 'udp-2' })).toEqual(stopped);
    expect(await listeners.start({ id: 'udp-2' })).toMatchObject({ state: 'listening' });
    expect(await states()).toEqual(['listening', 'listening']);
  });

  it('knows no other listener, and no cursor it did not give', async () => {
    const { listeners } = stage.client;
    const unknown = { code: 'unknown_listener', status: 404 };
    await expect(listeners.stop({ id: 'udp-7' })).rejects.toMatchObject(unknown);
    await expect(listeners.start({ id: 'udp-7' })).rejects.toMatchObject(unknown);
    await expect(listeners.list({ after: 'udp-7' })).rejects.toMatchObject({ code: 'cursor' });
  });
}

function priceBooks(stage: Stage): void {
  it('changes the price book from the version that was read, once', async () => {
    const { priceBook } = stage.client;
    const before = await priceBook.get();
    const book = { ...before.book, reserveBps: 11_000 };
    const change = { fromVersion: before.version, name: 'Higher reserve', why: 'test', book };
    const after = await priceBook.put(change);
    expect(after).toMatchObject({ version: before.version + 1, actor: 'owner', book });
    expect(await priceBook.get()).toEqual(after);
    await expect(priceBook.put(change)).rejects.toMatchObject({ code: 'stale_version' });
    const versions = (await priceBook.versions({})).items.map(({ version }) => version);
    expect(versions.slice(-2)).toEqual([before.version, after.version]);
  });

  it('names the wrong number deep in a price book', async () => {
    const { version, book } = await stage.client.priceBook.get();
    const change = { fromVersion: version, name: 'Wrong', book: { ...book, capBps: 1.5 } };
    await expect(stage.client.priceBook.put(change)).rejects.toMatchObject({
      code: 'invalid_input',
      data: { fields: [{ field: 'book.capBps' }] },
    });
  });
}

/** The commands of the contract. */
export function commandBehaviour(stage: Stage): void {
  describe('manual cue', () => cues(stage));
  describe('mode', () => modes(stage));
  describe('hold', () => holds(stage));
  describe('sources', () => sources(stage));
  describe('quarantine', () => quarantine(stage));
  describe('listeners', () => listeners(stage));
  describe('price book', () => priceBooks(stage));
}
