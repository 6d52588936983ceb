// Owns the sentence for what a truck cannot start without: its log and its secrets. Refuses bare
// system errors; the hosts know it by its name and say the one line.

/** Why a start did not come about: one line that says which thing and how to mend it. */
export class StartFault extends Error {
  override readonly name = 'StartFault';
}

/** What the system said, by its own code where it has one. */
export function systemWord(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return 'code' in thrown ? String(thrown.code) : thrown.message;
}
