// Holds the control words to their two places, and a wrong one to a line that names it without
// showing it.
import { expect, it } from 'vitest';
import { controlWordsOf, type Lookup } from '../../../../src/main/io/ops/secrets/control-words';

const none: Lookup = () => null;
const of =
  (values: Record<string, string>): Lookup =>
  (name) =>
    values[name];

it('come from the secret store, and the environment wins', () => {
  const secret = of({ 'controlWord.7': '00'.repeat(8), 'controlWord.255': 'ab'.repeat(24) });
  const env = of({ CUEBID_CONTROL_WORD_7: '11'.repeat(8) });
  const words = controlWordsOf(secret, env);
  expect([...words.keys()]).toEqual([7, 255]);
  expect(words.get(7)?.[0]).toBe(0x11);
  expect(words.get(255)).toHaveLength(24);
  expect(controlWordsOf(none, none).size).toBe(0);
});

it.each(['zz', '00', '00'.repeat(9)])('refuses %s by its name and does not show it', (hex) => {
  const start = () => controlWordsOf(of({ 'controlWord.3': hex }), none);
  expect(start).toThrow(/controlWord\.3 is no control word/u);
  expect(start).not.toThrow(hex);
});
