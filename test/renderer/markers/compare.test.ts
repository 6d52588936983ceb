// Owns proof of comparing, starring and exporting markers: what differs is found on either side, a
// star is kept by marker and moment, a file says everything and runs nothing.
import { describe, expect, it } from 'vitest';
import { byteDiff, fieldDiff, pairOf } from '../../../src/renderer/src/markers/compare/diff';
import {
  readStars,
  STARS_MOST,
  starKey,
  toggled,
} from '../../../src/renderer/src/markers/compare/stars';
import { bytesOf } from '../../../src/renderer/src/markers/inspect/fields';
import { copyText } from '../../../src/renderer/src/markers/inspect/bytes/copying';
import { csvOf, fileName, jsonOf } from '../../../src/renderer/src/markers/table/export/export';
import { markerOf } from '../records';

function jsonCue(id: string, json: Record<string, unknown>) {
  return markerOf({ id, rawBase64: btoa(JSON.stringify(json)), form: 'json' });
}
const side = (marker: ReturnType<typeof markerOf>) => ({ marker, bytes: bytesOf(marker) });

describe('two markers', () => {
  const a = jsonCue('M-1', { event_type: 'goal', team_id: 'NYR', old: 1 });
  const b = { ...jsonCue('M-2', { event_type: 'goal', team_id: 'BOS', fresh: 2 }), teamId: 'BOS' };
  const lines = fieldDiff(side(a), side(b));
  const line = (key: string) => lines.find((one) => one.key === key);

  it('differ where a value does, on either side alone too', () => {
    expect(line('json.event_type')).toMatchObject({ a: 'goal', b: 'goal', differs: false });
    expect(line('json.team_id')).toMatchObject({ a: 'NYR', b: 'BOS', differs: true });
    expect(line('json.old')).toMatchObject({ a: '1', b: null, differs: true });
    expect(line('json.fresh')).toMatchObject({ a: null, b: '2', differs: true });
    expect(line('marker.team')).toMatchObject({ differs: true });
    expect(line('marker.source')).toMatchObject({ differs: false });
  });

  it('keep the order of both', () => {
    const keys = lines.map(({ key }) => key).filter((key) => key.startsWith('json.'));
    expect(keys).toEqual(['json.event_type', 'json.team_id', 'json.fresh', 'json.old']);
  });

  it('do not differ from themselves', () => {
    expect(fieldDiff(side(a), side(a)).filter(({ differs }) => differs)).toEqual([]);
    expect(byteDiff(bytesOf(a), bytesOf(a), 16).flatMap(({ differs }) => differs)).not.toContain(
      true,
    );
  });

  it('are compared byte by byte, past the end of the shorter', () => {
    const [first, second, ...rest] = byteDiff(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 9), 2);
    expect(first).toEqual({ from: 0, a: [1, 2], b: [1, 9], differs: [false, true] });
    expect(second).toEqual({ from: 2, a: [3], b: [null], differs: [true] });
    expect(rest).toEqual([]);
  });

  it('are the selected one and the newest star that is another', () => {
    expect(pairOf('x', ['a', 'b'])).toEqual(['b', 'x']);
    expect(pairOf('b', ['a', 'b'])).toEqual(['a', 'b']);
    expect(pairOf('b', ['b'])).toBeNull();
    expect(pairOf(undefined, ['a', 'b'])).toBeNull();
  });
});

describe('stars', () => {
  it('go on and off, and the oldest give way', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
    const full = Array.from({ length: STARS_MOST }, (_, n) => String(n));
    expect(toggled(full, 'new')).toHaveLength(STARS_MOST);
    expect(toggled(full, 'new')).not.toContain('0');
  });

  it('are kept by moment, since another truck counts from one too', () => {
    const there = markerOf({ receivedAt: '2026-01-01T00:00:00.000Z' });
    expect(starKey(markerOf())).not.toBe(starKey(there));
  });

  it('begin anew where what was kept is none of ours', () => {
    expect(readStars('["a","b"]')).toEqual(['a', 'b']);
    expect(readStars('{"a":1}')).toEqual([]);
    expect(readStars('[1,"a"]')).toEqual(['a']);
    expect(readStars('not json')).toEqual([]);
    expect(readStars(null)).toEqual([]);
  });
});

describe('an export', () => {
  const source = { address: '127.0.0.1', port: 0, protocol: 'manual:operator:anna' };
  const marker = markerOf({
    source,
    teamId: '=HYPERLINK("x")',
    gameId: 'G-1, away',
    rawBase64: btoa('{}'),
    loopDelayMs: 0.3,
    faultOffset: 7,
  });
  const rows = csvOf([marker]).split('\r\n');

  it('has a head and a line each, with the bytes in hex', () => {
    expect(rows).toHaveLength(3);
    expect(rows[2]).toBe('');
    expect(rows[0]).toMatch(/^id,received_at,source,/u);
    expect(rows[1]).toMatch(/,7B7D$/u);
    expect(rows[1]).toMatch(/^M-1,[^,]+,manual,0,manual:operator:anna,/u);
    expect(rows[1]).toContain(',0.3,ACCEPTED,,7,');
  });

  it('quotes what needs it and lets no cell run as a formula', () => {
    expect(rows[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(rows[1]).toContain('"G-1, away"');
  });

  it('as JSON has every field', () => {
    expect(JSON.parse(jsonOf([marker]))).toEqual([marker]);
  });

  it('is named by the engine’s time', () => {
    const atMs = Date.parse('2026-11-20T02:41:19.980Z');
    expect(fileName('csv', atMs)).toBe('cuebid-markers-20261120T024119Z.csv');
    expect(fileName('json', null)).toBe('cuebid-markers.json');
  });
});

describe('what is copied', () => {
  const marker = jsonCue('M-1', { event_type: 'goal' });
  const copied = { marker, bytes: bytesOf(marker), fields: [] };

  it('is the same bytes in every form', () => {
    const bytes = Buffer.from(copied.bytes);
    expect(copyText('hex', copied).toLowerCase()).toBe(bytes.toString('hex'));
    expect(copyText('base64', copied)).toBe(bytes.toString('base64'));
    expect(JSON.parse(copyText('JSON', copied))).toEqual(marker);
    const text = copyText('text', copied);
    expect(text).toContain('M-1 ACCEPTED at 02:41:19.980 UTC');
    expect(text.replaceAll(' ', '').toLowerCase()).toContain(bytes.toString('hex'));
  });
});
