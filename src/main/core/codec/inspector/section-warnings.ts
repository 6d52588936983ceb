// Owns what is odd about a section that could be read: its version, a command nobody assigned, a
// control word that is missing, and upids of a length that is not their type's.
import type { SpliceInfoSection } from '../scte35/section';
import type { Upid } from '../scte35/upid/upid';

/** The warnings of a section, each code once. */
export function sectionWarnings(section: SpliceInfoSection): string[] {
  const warnings: string[] = [];
  if (section.protocol_version !== 0) warnings.push('protocol_version');
  if (section.encrypted) return [...warnings, 'encrypted'];
  if (section.command === 'reserved') warnings.push('reserved_command');
  const violated = section.descriptors.some(
    (one) => one.kind === 'segmentation' && !one.cancel && violates(one.upid),
  );
  return violated ? [...warnings, 'upid_length'] : warnings;
}

function violates(upid: Upid): boolean {
  return upid.length_violation === true || (upid.upids ?? []).some(violates);
}
