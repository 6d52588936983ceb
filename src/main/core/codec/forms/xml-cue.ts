// Owns a cue in XML as the live listener takes it: the section it stands for. What is kept of it is
// the text as it came.
import type { ByteText } from '../../lib/bytes';
import { badReading, type CueReading } from '../reading';
import { readSectionCue } from '../section-cue';
import { readXmlSection } from './xml/read-section';

/** Reads XML text. */
export function readXmlCue(raw: Uint8Array, text: ByteText): CueReading {
  const source = text.utf8(raw);
  if (source === null) return badReading('xml', raw, { reason: 'xml' });
  const section = readXmlSection(source);
  if (section.ok) return { ...readSectionCue(section.value.bytes, text, 'xml'), raw };
  const offset = 'offset' in section ? section.offset : null;
  const reason = section.reason === 'oversize' ? 'oversize' : 'xml';
  return badReading('xml', raw, { reason, offset });
}
