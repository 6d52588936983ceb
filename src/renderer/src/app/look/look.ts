// Owns which of the three looks the root wears: dark, deutan, bright. An address may ask for one
// (?palette=deutan, ?light=bright, or =none to go back); the browser remembers it.
const LOOKS = { palette: 'deutan', light: 'bright' } as const;
type Aspect = keyof typeof LOOKS;

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

/** Puts the look on the root element. `search` is the query of the address the page came with. */
export function putOnLook(search: string): void {
  const query = new URLSearchParams(search);
  for (const aspect of Object.keys(LOOKS) as Aspect[]) {
    const asked = query.get(aspect);
    if (asked !== null) remember(aspect, asked);
    const value = asked ?? remembered(aspect);
    if (value === LOOKS[aspect]) document.documentElement.dataset[aspect] = value;
  }
}
