// Owns the support bundle's way onto the reader's disk: one JSON file, asked for and saved. Refuses
// to put anything together itself; the engine says what is in it.
import { ask } from '../../link/client';
import { say } from '../../store/notices';

/** '2026-11-21T02:41:32.608Z' -> 'cuebid-support-20261121-024132.json'. */
export function bundleName(iso: string): string {
  const digits = iso.replace(/\D/gu, '');
  return `cuebid-support-${digits.slice(0, 8)}-${digits.slice(8, 14)}.json`;
}

/** Asks for the bundle and saves it; says what came of it. */
export async function saveBundle(): Promise<void> {
  const answer = await ask((client, signal) => client.supportBundle({}, { signal }));
  if (!answer.ok) {
    say('warning', `No support bundle. ${answer.sentence}`);
    return;
  }
  const text = `${JSON.stringify(answer.value, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = bundleName(answer.value.at);
  link.click();
  URL.revokeObjectURL(address);
  say('info', `Support bundle saved as ${link.download}. It holds no secrets and no amounts.`);
}
