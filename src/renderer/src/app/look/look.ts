// Owns which of the looks the root wears: usual or deutan colours, dark or bright. An address may
// ask for one (?palette=deutan, ?light=bright, or =none to go back); the browser remembers it.
import { create } from 'zustand';

const LOOKS = { palette: 'deutan', light: 'bright' } as const;
export type Aspect = keyof typeof LOOKS;

/** Which of the two variants are on. */
export const useLook = create<Record<Aspect, boolean>>()(() => ({ palette: false, light: false }));

function remembered(aspect: Aspect): string | null {
  try {
    return localStorage.getItem(`cuebid.${aspect}`);
  } catch {
    // Storage may be switched off; the look then lasts as long as the address says so.
    return null;
  }
}

function remember(aspect: Aspect, value: string): void {
  try {
    localStorage.setItem(`cuebid.${aspect}`, value);
  } catch {
    // As above: nothing to keep it in.
  }
}

/** Puts a variant on, or takes it off. */
export function wear(aspect: Aspect, on: boolean): void {
  const value = LOOKS[aspect];
  remember(aspect, on ? value : 'none');
  if (on) document.documentElement.dataset[aspect] = value;
  else document.documentElement.removeAttribute(`data-${aspect}`);
  useLook.setState({ [aspect]: on });
}

/** Puts the look on the root element. `search` is the query of the address the page came with. */
export function putOnLook(search: string): void {
  const query = new URLSearchParams(search);
  for (const aspect of Object.keys(LOOKS) as Aspect[]) {
    const asked = query.get(aspect) ?? remembered(aspect);
    if (asked !== null) wear(aspect, asked === LOOKS[aspect]);
  }
}
