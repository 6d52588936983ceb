// Owns the address bar: which screen is open and what is picked on it, so that a reload and a sent
// address show the same. Refuses to keep a token in the address.
import { create } from 'zustand';

/** The screens there are, in the order of the rail; the last two are on no rail. */
export const SCREENS = [
  'live',
  'markers',
  'cue',
  'values',
  'auctions',
  'settlements',
  'health',
  'markers/inspect',
  'gallery',
] as const;
export type Screen = (typeof SCREENS)[number];

/** What can be picked on a screen, as the query names it. */
const PICKED: Partial<Record<Screen, string>> = {
  live: 'auction',
  markers: 'marker',
  'markers/inspect': 'marker',
  values: 'event',
  auctions: 'auction',
  settlements: 'settlement',
};

/** What an address says. */
export interface Route {
  readonly screen: Screen;
  /** Id of what is picked on the screen, null when nothing is. */
  readonly pick: string | null;
}

/** Reads an address; a path that is no screen leads to Live. */
export function routeOf(address: { readonly pathname: string; readonly search: string }): Route {
  const name = address.pathname.slice(1);
  const screen = SCREENS.find((known) => known === name) ?? 'live';
  const key = PICKED[screen];
  const pick = key === undefined ? null : new URLSearchParams(address.search).get(key);
  return { screen, pick: pick === '' ? null : pick };
}

/** The address of a route. */
export function addressOf({ screen, pick }: Route): string {
  const key = PICKED[screen];
  if (pick === null || key === undefined) return `/${screen}`;
  return `/${screen}?${key}=${encodeURIComponent(pick)}`;
}

export const useRoute = create<Route>()(() => ({ screen: 'live', pick: null }));

function go(route: Route, step: boolean): void {
  useRoute.setState(route);
  if (step) history.replaceState(null, '', addressOf(route));
  else history.pushState(null, '', addressOf(route));
}

/** Picks an item of the open screen (null: none). `step`: a move within a list; Back skips it. */
export function select(pick: string | null, step = false): void {
  go({ ...useRoute.getState(), pick }, step);
}

/** Opens a screen, with something picked on it or nothing. */
export function openScreen(screen: Screen, pick: string | null = null): void {
  const now = useRoute.getState();
  if (now.screen !== screen || now.pick !== pick) go({ screen, pick }, false);
}

/** Takes over the address bar; gives the stop. */
export function followAddress(): () => void {
  const read = (): void => {
    useRoute.setState(routeOf(location));
  };
  read();
  history.replaceState(null, '', addressOf(useRoute.getState()));
  addEventListener('popstate', read);
  return () => {
    removeEventListener('popstate', read);
  };
}
