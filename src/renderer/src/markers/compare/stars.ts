// Owns the stars: markers somebody wants to find again. Kept in this console, by id and arrival,
// since another truck counts its ids from one too. Refuses to grow: the oldest stars give way.
import { create } from 'zustand';
import type { Marker } from '../../../../contract/marker';

const KEPT_AS = 'cuebid.stars';
/** Stars kept. */
export const STARS_MOST = 200;

type Starred = Pick<Marker, 'id' | 'receivedAt'>;

/** What a star is kept by. */
export function starKey({ id, receivedAt }: Starred): string {
  return `${id}@${receivedAt}`;
}

/** The stars with one put on or taken off; the newest last. */
export function toggled(stars: readonly string[], key: string): readonly string[] {
  if (stars.includes(key)) return stars.filter((known) => known !== key);
  return [...stars, key].slice(-STARS_MOST);
}

/** What was kept, empty where it is none of ours. */
export function readStars(kept: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
  } catch {
    // Somebody else wrote there; stars begin anew.
    return [];
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    // Storage may be switched off; stars then last as long as the page.
    return null;
  }
}

function keep(stars: readonly string[]): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify(stars));
  } catch {
    // As above.
  }
}

/** The stars, newest last. */
export const useStars = create<{ readonly stars: readonly string[] }>()(() => ({
  stars: readStars(kept()),
}));

/** Puts a star on a marker, or takes it off; gives whether it has one now. */
export function toggleStar(marker: Starred): boolean {
  const stars = toggled(useStars.getState().stars, starKey(marker));
  useStars.setState({ stars });
  keep(stars);
  return stars.includes(starKey(marker));
}
