// Owns the public form of a section: the decoded fields and, beside them, the few that people look
// for first, lifted to the top (event_id, pts, pts_effective, duration, type ids).
import type { Segmentation, SegmentationBody } from './descriptors/segmentation';
import type { ClearSection, SpliceInfoSection } from './section';
import { effectivePts } from './splice-time';

/** The section as the inspector and the marker row show it: plain JSON. */
export function describeSection(section: SpliceInfoSection): Record<string, unknown> {
  if (section.encrypted) return { ...section };
  return { ...section, ...liftCommand(section), ...liftSegmentation(section) };
}

function liftCommand(section: ClearSection): Record<string, unknown> {
  if (section.command === 'time_signal') return liftPts(section, section.cmd.pts);
  if (section.command !== 'splice_insert') return {};
  const { cmd } = section;
  if (cmd.cancel) return { event_id: cmd.event_id, event_cancel: true };
  const { event_id, out_of_network, immediate, unique_program_id } = cmd;
  const { avail_num, avails_expected, break_duration } = cmd;
  const which = { unique_program_id, avail_num, avails_expected };
  return {
    ...{ event_id, event_cancel: false, out_of_network, immediate, ...which },
    ...break_duration,
    ...(cmd.pts === undefined ? {} : liftPts(section, cmd.pts)),
  };
}

function liftPts(section: ClearSection, pts: number | null): Record<string, unknown> {
  return pts === null ? { pts } : { pts, pts_effective: effectivePts(pts, section.pts_adjustment) };
}

function liftSegmentation(section: ClearSection): Record<string, unknown> {
  const all = section.descriptors.filter((one): one is typeof one & Segmentation => {
    return one.kind === 'segmentation';
  });
  if (all.length === 0) return {};
  const bodies = all.filter((one): one is typeof one & SegmentationBody => !one.cancel);
  return {
    segmentation_event_ids: all.map((one) => one.event_id),
    segmentation_type_ids: bodies.map((one) => one.type_id),
    upids: bodies.map((one) => [one.upid.type, one.upid.hex]),
  };
}
