// Owns the closed list of what can be wrong with a splice_info_section: how far the damage reaches,
// and which marker reason it becomes. Refuses sentences: those stand in the contract.
import type { MarkerReason } from '../../../../contract/reasons';

/** What a fault spoils: the transport's promise, the whole section, or only its descriptors. */
export type FaultScope = 'integrity' | 'section' | 'descriptor';

/** Every fault: its scope and the reason code a marker gets for it. */
export const SECTION_FAULTS = {
  too_short: ['section', 'too_short'],
  table_id: ['section', 'table_id'],
  section_syntax_indicator: ['section', 'table_id'],
  section_length_too_small: ['section', 'section_length'],
  section_length_too_large: ['section', 'section_length'],
  truncated_section: ['section', 'truncated_section'],
  crc: ['integrity', 'crc'],
  command_length_overrun: ['section', 'command_length'],
  command_length_mismatch: ['section', 'command_length'],
  private_command_without_length: ['section', 'command_length'],
  truncated_command: ['section', 'command'],
  descriptor_loop_overrun: ['descriptor', 'descriptor'],
  descriptor_length_overrun: ['descriptor', 'descriptor'],
  descriptor_too_short: ['descriptor', 'descriptor'],
  truncated_descriptor: ['descriptor', 'descriptor'],
  truncated_mid_upid: ['descriptor', 'descriptor'],
} as const satisfies Record<string, readonly [FaultScope, MarkerReason]>;

/** A code of the closed list. */
export type SectionFaultCode = keyof typeof SECTION_FAULTS;

/** What is wrong and at which byte of the section. */
export interface SectionFault {
  readonly code: SectionFaultCode;
  readonly scope: FaultScope;
  readonly reason: MarkerReason;
  readonly offset: number;
}

/** Makes the fault of a code at a byte offset. */
export function sectionFault(code: SectionFaultCode, offset: number): SectionFault {
  const [scope, reason] = SECTION_FAULTS[code];
  return { code, scope, reason, offset };
}
