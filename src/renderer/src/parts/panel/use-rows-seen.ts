// Owns saying how many rows of a body that scrolls are in view, for the panel's head: a list that
// goes on below the fold must not look whole. Refuses to say anything where all of them are seen.
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** '10 of 40' for rows of which some are out of view; '' where none is. */
export function seenText(seen: number, all: number): string {
  return seen >= all ? '' : `${seen} of ${all}`;
}

function look(body: HTMLElement): string {
  const { top, bottom } = body.getBoundingClientRect();
  const rows = [...body.querySelectorAll('tbody tr, li')].map((row) => row.getBoundingClientRect());
  // A row of which a hairline is cut off is seen.
  const seen = rows.filter((row) => row.top > top - 2 && row.bottom < bottom + 2);
  return seenText(seen.length, rows.length);
}

/** The body to watch, and the text for the head. Looked at after each scroll, size and drawing. */
export function useRowsSeen(): { ref: RefObject<HTMLDivElement | null>; seen: string } {
  const ref = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState('');
  useLayoutEffect(() => {
    const body = ref.current;
    if (body === null) return;
    const say = (): void => {
      setSeen(look(body));
    };
    const watch = new ResizeObserver(say);
    watch.observe(body);
    for (const child of body.children) watch.observe(child);
    body.addEventListener('scroll', say, { passive: true });
    say();
    return () => {
      watch.disconnect();
      body.removeEventListener('scroll', say);
    };
  });
  return { ref, seen };
}
