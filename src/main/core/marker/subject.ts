// Owns the choice of what in a section a marker is about: the splice command, or one of several
// segmentation descriptors. The duplicate rule and the event map must agree on it, so it is chosen
// here once, and it does not depend on anything that can be edited.
import type { ClearSection, SpliceDescriptor, SpliceInfoSection } from '../codec/scte35/section';
import { effectivePts } from '../codec/scte35/splice-time';
import { DISTRIBUTOR_STARTS, isEnd, PROVIDER_BREAKS, PROVIDER_OVERLAY } from './segmentation-types';

type Descriptor = Extract<SpliceDescriptor, { kind: 'segmentation' }>;

/** What a marker is about. `pts` is effective (33 bit), null where immediate. */
export interface Subject {
  readonly kind: 'splice' | 'segmentation';
  readonly eventId: number;
  /** What it does: opens our slot, opens the distributor's, ends one, cancels, or none of these. */
  readonly role: 'opens' | 'foreign' | 'ends' | 'cancels' | 'neutral';
  readonly segmentationType: number | null;
  readonly segmentNumber: number | null;
  readonly programId: number | null;
  readonly pts: number | null;
  /** break_duration or segmentation_duration in 90 kHz ticks. */
  readonly durationTicks: number | null;
}

/**
 * The subject of a section, or null where it names no event. Of several segmentation descriptors it
 * is the first that opens a slot of ours; else, beside metadata, the first that neither ends nor
 * cancels, so that a goal is not lost to the end that rides with it; else the first that ends or
 * cancels; else the first.
 */
export function subjectOf(
  section: SpliceInfoSection | null,
  withMetadata: boolean,
): Subject | null {
  if (section === null || section.encrypted) return null;
  if (section.command === 'splice_insert') return spliceSubject(section, section.cmd);
  if (section.command !== 'time_signal') return null;
  const { pts } = section.cmd;
  const effective = pts === null ? null : effectivePts(pts, section.pts_adjustment);
  const subjects: Subject[] = [];
  for (const descriptor of section.descriptors) {
    if (descriptor.kind === 'segmentation') subjects.push(segmentSubject(descriptor, effective));
  }
  const first = (...roles: readonly Subject['role'][]): Subject | undefined =>
    subjects.find(({ role }) => roles.includes(role));
  const opens = first('opens') ?? (withMetadata ? first('neutral', 'foreign') : undefined);
  return opens ?? first('ends', 'cancels') ?? subjects[0] ?? null;
}

function spliceSubject(
  section: ClearSection,
  cmd: Extract<ClearSection, { command: 'splice_insert' }>['cmd'],
): Subject {
  const splice = { kind: 'splice', segmentationType: null, segmentNumber: null } as const;
  const { event_id: eventId } = cmd;
  if (cmd.cancel) {
    const none = { programId: null, pts: null, durationTicks: null };
    return { ...splice, eventId, role: 'cancels', ...none };
  }
  const told = cmd.components?.find(({ pts }) => typeof pts === 'number')?.pts ?? cmd.pts ?? null;
  return {
    ...splice,
    eventId,
    role: cmd.out_of_network ? 'opens' : 'ends',
    programId: cmd.unique_program_id,
    pts: told === null ? null : effectivePts(told, section.pts_adjustment),
    durationTicks: cmd.break_duration?.duration ?? null,
  };
}

function segmentSubject(descriptor: Descriptor, pts: number | null): Subject {
  const { event_id: eventId } = descriptor;
  const segment = { kind: 'segmentation', eventId, programId: null, pts } as const;
  if (descriptor.cancel) {
    const none = { segmentationType: null, segmentNumber: null, durationTicks: null };
    return { ...segment, role: 'cancels', ...none };
  }
  return {
    ...segment,
    role: roleOf(descriptor.type_id),
    segmentationType: descriptor.type_id,
    segmentNumber: descriptor.segment_num,
    durationTicks: descriptor.duration ?? null,
  };
}

function roleOf(typeId: number): Subject['role'] {
  if (PROVIDER_BREAKS.has(typeId) || typeId === PROVIDER_OVERLAY) return 'opens';
  if (DISTRIBUTOR_STARTS.has(typeId)) return 'foreign';
  return isEnd(typeId) ? 'ends' : 'neutral';
}
