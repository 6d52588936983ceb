// Owns the long run of the first property of the codec, that any section of any kind is read back
// as it was written, as bytes and through the inspector, for as long as the minutes allow.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCue } from '../../../../../../src/main/core/codec/inspector/decode-cue';
import { encodeCue } from '../../../../../../src/main/core/codec/inspector/encode-cue';
import { text } from '../../byte-text';
import { anySection } from '../arbitrary';

const minutes = Number(process.env['CUEBID_DEEP_MINUTES'] ?? '1');
const RUNS = 2_000;

it('any section is read back as it was written', () => {
  const until = Date.now() + minutes * 60_000;
  let rounds = 0;
  while (Date.now() < until) {
    fc.assert(
      fc.property(anySection, (section) => {
        const encoded = encodeCue(JSON.parse(JSON.stringify(section)), text);
        if (!encoded.ok) throw new Error(`${encoded.reason} at ${encoded.at ?? ''}`);
        const decoded = decodeCue({ key: 'hex', value: encoded.value.hex }, { text });
        if (!decoded.ok) throw new Error(decoded.reason);
        expect(decoded.messages[0]).toMatchObject(section);
        expect(encodeCue(decoded.messages[0], text)).toEqual(encoded);
      }),
      { numRuns: RUNS },
    );
    rounds += 1;
  }
  expect(rounds).toBeGreaterThan(0);
});
