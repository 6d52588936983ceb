// Owns whether keys reach this page: they do while its window has the focus. Refuses to look alive
// while it has not.
import { useSyncExternalStore } from 'react';

function watch(tell: () => void): () => void {
  addEventListener('focus', tell);
  addEventListener('blur', tell);
  return () => {
    removeEventListener('focus', tell);
    removeEventListener('blur', tell);
  };
}

/** True while keys reach the page. */
export function useKeysLive(): boolean {
  return useSyncExternalStore(watch, () => document.hasFocus());
}
