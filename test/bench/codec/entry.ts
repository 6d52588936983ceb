// Owns what is bundled for the codec bench: the decoder as it ships, and npm's scte35 from its
// build folder, since what its package names as its main file cannot be loaded.
import { SCTE35 } from 'scte35/build/lib/scte35';
import { fromBase64 } from '../../../src/main/core/lib/base64';
import { decodeSection } from '../../../src/main/core/codec/scte35/decode-section';

export { cuesIn, streamOf, syncsIn } from './stream';

/** Decodes a section; gives a number from it so that nothing can be left out. */
export function decodeBytes(bytes: Uint8Array): number {
  const decoded = decodeSection(bytes);
  if (!decoded.ok) throw new Error(decoded.fault.code);
  return decoded.value.section.section_length;
}

/** The same from base64. */
export function decodeBase64(text: string): number {
  const bytes = fromBase64(text);
  if (bytes === null) throw new Error('not base64');
  return decodeBytes(bytes);
}

/** What the other library makes of base64. */
export function peerBase64(text: string): number {
  return SCTE35.parseFromB64(text).sectionLength;
}

/** Runs something while the other library's complaints go nowhere: printing would slow it down. */
export function quietly<T>(run: () => T): T {
  const { error, warn } = console;
  console.error = () => undefined;
  console.warn = () => undefined;
  try {
    return run();
  } finally {
    Object.assign(console, { error, warn });
  }
}
