// Owns proof of the table of keys and of addresses: nothing is bound to a key its surface cannot
// deliver, nothing fires on Space or Enter, and every screen has an address that comes back.
import { describe, expect, it } from 'vitest';
import { surfaceOf } from '../../../src/renderer/src/app/keys/surface';
import {
  capOf,
  KEPT_BY_BROWSER,
  KEPT_BY_DESKTOP,
  keyName,
  KEYS,
  NEVER_FIRE,
  rowOf,
} from '../../../src/renderer/src/app/keys/table';
import { LAYERS, ROWS, rowsOn, shortOf } from '../../../src/renderer/src/app/keys/map/layout';
import { PLACES } from '../../../src/renderer/src/app/places';
import { belongs, fitting, type Find } from '../../../src/renderer/src/app/sheets/palette/finds';
import { addressOf, routeOf, SCREENS } from '../../../src/renderer/src/app/route';

describe.each(['desktop', 'browser'] as const)('the keys of the %s', (surface) => {
  const kept = surface === 'browser' ? KEPT_BY_BROWSER : KEPT_BY_DESKTOP;
  const bound = KEYS.flatMap((row) => row[surface]);

  it('are all deliverable, and every action has one', () => {
    for (const row of KEYS) expect(row[surface].length, row.action).toBeGreaterThan(0);
    expect(bound.filter((name) => kept.includes(name))).toEqual([]);
  });

  it.each(SCREENS)('are each bound once on %s', (screen) => {
    const here = KEYS.filter((row) => row.on === undefined || row.on === screen);
    const names = here.flatMap((row) => row[surface]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('mean what the open screen says', () => {
    expect(rowOf(surface, 'A', 'cue')?.action).toBe('cue.arm');
    expect(rowOf(surface, 'A', 'settlements')?.action).toBe('settlements.all');
    expect(rowOf(surface, 'A', 'live')).toBeUndefined();
  });

  it('never fire by Space or Enter', () => {
    for (const name of NEVER_FIRE) expect(bound).not.toContain(name);
    const held = KEYS.filter((row) => row.held === true).map((row) => row.action);
    expect(held).toEqual(['mode.on-air', 'hold.auctions', 'fire']);
  });
});

it('every screen is on the rail and has a key', () => {
  for (const screen of PLACES.map((place) => place.screen)) {
    expect(KEYS.map((row) => row.action)).toContain(`screen.${screen}`);
  }
});

it('names keys as the table writes them', () => {
  const plain = { code: '', ctrlKey: false, shiftKey: false };
  expect(keyName({ ...plain, key: 'j' })).toBe('J');
  expect(keyName({ ...plain, key: '?', shiftKey: true })).toBe('?');
  expect(keyName({ ...plain, key: ' ' })).toBe('Space');
  expect(keyName({ ...plain, key: 'z', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z');
  expect(keyName({ ...plain, key: 'Enter', code: 'NumpadEnter' })).toBe('NumpadEnter');
  expect(keyName({ ...plain, key: 'Enter', code: 'Enter' })).toBe('Enter');
});

it('a browser opens a screen by G and a letter, the app by its F key', () => {
  expect(rowOf('browser', 'G M')?.action).toBe('screen.markers');
  expect(rowOf('browser', 'F2')).toBeUndefined();
  expect(rowOf('desktop', 'F2')?.action).toBe('screen.markers');
  expect(capOf('desktop', 'fire')).toBe('F12');
  expect(capOf('browser', 'fire')).toBe('Num Enter');
  expect(surfaceOf('Mozilla/5.0 Chrome/140 Electron/45.4.1 Safari/537')).toBe('desktop');
  expect(surfaceOf('Mozilla/5.0 Chrome/140 Safari/537')).toBe('browser');
});

describe('the address', () => {
  const read = (address: string) => routeOf(new URL(address, 'http://x'));

  it('keeps the screen and what is picked on it, and nothing else', () => {
    const route = read('/auctions?token=secret&auction=A-0007&light=bright');
    expect(route).toEqual({ screen: 'auctions', pick: 'A-0007' });
    expect(addressOf(route)).toBe('/auctions?auction=A-0007');
    expect(read('/markers?auction=A-1')).toEqual({ screen: 'markers', pick: null });
    expect(read('/nowhere')).toEqual({ screen: 'live', pick: null });
  });

  it.each(SCREENS)('of %s comes back as it went', (screen) => {
    expect(read(addressOf({ screen, pick: null }))).toEqual({ screen, pick: null });
  });

  it('comes back as it went, whatever the id', () => {
    const route = { screen: 'live', pick: 'A&b=c/ü' } as const;
    expect(read(addressOf(route))).toEqual(route);
  });
});

describe('the drawn keyboard', () => {
  it.each(['desktop', 'browser'] as const)('has every key of the %s on some key', (surface) => {
    const drawn = ROWS.flat().flatMap((key) =>
      LAYERS.flatMap(([layer]) => rowsOn(surface, layer, key)),
    );
    for (const row of KEYS) expect(drawn, row.action).toContain(row);
    for (const row of KEYS) expect(shortOf(row).length, row.action).toBeGreaterThan(1);
  });

  it('is as wide in every row', () => {
    const widths = ROWS.map((row) => row.reduce((sum, { span }) => sum + span, 0));
    expect(new Set(widths)).toEqual(new Set([32]));
  });
});

it('the palette finds by any word, best first, and nothing that fires', () => {
  const find = (words: string, kind: Find['kind'] = 'Action'): Find => {
    return { key: words, words, kind, cap: '', run: () => undefined };
  };
  const all = [find('A-0218 Goal, sold', 'Auction'), find('change mode'), find('Values', 'Screen')];
  expect(fitting(all, 'mode').map(({ words }) => words)).toEqual(['change mode']);
  expect(fitting(all, '  auction 218 ').map(({ key }) => key)).toEqual(['A-0218 Goal, sold']);
  expect(fitting(all, 'nothing')).toEqual([]);
  expect(fitting([find('re-go'), find('goal')], 'go').map(({ key }) => key)).toEqual([
    'goal',
    're-go',
  ]);
  const fires = KEYS.filter(belongs).filter(({ action }) => action === 'fire');
  expect(fires).toEqual([]);
});
