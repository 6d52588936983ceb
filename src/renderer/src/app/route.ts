// Owns the address bar: which screen is open and which auction is selected, so that a reload shows
// the same. Refuses to keep a token in the address.
import { create } from 'zustand';

/** What an address says. */
export interface Route {
  readonly screen: 'live';
  /** The selected auction, null when none is. */
  readonly auction: string | null;
}

/** Reads the query of an address. Every path leads to the one screen there is. */
export function routeOf(search: string): Route {
  const auction = new URLSearchParams(search).get('auction');
  return { screen: 'live', auction: auction === '' ? null : auction };
}

/** The address of a route. */
export function addressOf(route: Route): string {
  const query = route.auction === null ? '' : `?auction=${encodeURIComponent(route.auction)}`;
  return `/${route.screen}${query}`;
}

export const useRoute = create<Route>()(() => ({ screen: 'live', auction: null }));

/** Selects an auction (null: none). `step`: a move within the list, of which Back knows nothing. */
export function selectAuction(auction: string | null, step = false): void {
  const route: Route = { ...useRoute.getState(), auction };
  useRoute.setState(route);
  if (step) history.replaceState(null, '', addressOf(route));
  else history.pushState(null, '', addressOf(route));
}

/** Takes over the address bar; gives the stop. */
export function followAddress(): () => void {
  const read = (): void => {
    useRoute.setState(routeOf(location.search));
  };
  read();
  history.replaceState(null, '', addressOf(useRoute.getState()));
  addEventListener('popstate', read);
  return () => {
    removeEventListener('popstate', read);
  };
}
