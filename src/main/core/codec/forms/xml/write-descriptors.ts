// Owns the splice descriptors as XML, the way back of read-descriptors. A upid is written as hex,
// which holds for every type (SCTE 35 2023r1 schema, SpliceDescriptorType and below).
import type { Segmentation } from '../../scte35/descriptors/segmentation';
import type { SpliceDescriptor } from '../../scte35/section';
import { identifierNumber, type Upid } from '../../scte35/upid/upid';
import { tag } from './tag';

/** The element of a descriptor. */
export function descriptorXml(descriptor: SpliceDescriptor): string {
  switch (descriptor.kind) {
    case 'avail':
      return tag('AvailDescriptor', { providerAvailId: descriptor.provider_avail_id });
    case 'dtmf':
      return tag('DTMFDescriptor', { preroll: descriptor.preroll, chars: descriptor.chars });
    case 'time': {
      const { tai_seconds, tai_ns, utc_offset } = descriptor;
      const attributes = { taiSeconds: tai_seconds, taiNs: tai_ns, utcOffset: utc_offset };
      return tag('TimeDescriptor', attributes);
    }
    case 'audio':
      return tag('AudioDescriptor', {}, ...descriptor.components.map(channelXml));
    case 'segmentation':
      return segmentationXml(descriptor);
    default: {
      const identifier = identifierNumber(descriptor.identifier);
      const attributes = { descriptorTag: descriptor.tag, identifier };
      return tag('PrivateDescriptor', attributes, tag('PrivateBytes', {}, descriptor.data_hex));
    }
  }
}

type AudioDescriptor = Extract<SpliceDescriptor, { kind: 'audio' }>;

function channelXml(channel: AudioDescriptor['components'][number]): string {
  return tag('AudioChannel', {
    componentTag: channel.tag,
    ISOCode: channel.iso_code,
    BitStreamMode: channel.bit_stream_mode,
    NumChannels: channel.num_channels,
    FullSrvcAudio: channel.full_service ? 1 : 0,
  });
}

function segmentationXml(one: Segmentation): string {
  const head = {
    segmentationEventId: one.event_id,
    segmentationEventCancelIndicator: one.cancel,
    segmentationEventIdComplianceIndicator: one.event_id_compliance_flag,
  };
  if (one.cancel) return tag('SegmentationDescriptor', head);
  const attributes = {
    ...head,
    segmentationDuration: one.duration,
    segmentationTypeId: one.type_id,
    segmentNum: one.segment_num,
    segmentsExpected: one.segments_expected,
    subSegmentNum: one.sub_segment_num,
    subSegmentsExpected: one.sub_segments_expected,
  };
  const components = (one.components ?? []).map(({ tag: componentTag, pts_offset }) =>
    tag('Component', { componentTag, ptsOffset: pts_offset }),
  );
  const inside = [deliveryXml(one), ...upidsXml(one.upid), ...components];
  return tag('SegmentationDescriptor', attributes, ...inside);
}

function deliveryXml(one: Extract<Segmentation, { cancel: false }>): string {
  if (one.delivery_not_restricted) return '';
  return tag('DeliveryRestrictions', {
    webDeliveryAllowedFlag: one.web_delivery_allowed,
    noRegionalBlackoutFlag: one.no_regional_blackout,
    archiveAllowedFlag: one.archive_allowed,
    deviceRestrictions: one.device_restrictions,
  });
}

/** A MID of several is several elements; anything else is one. */
function upidsXml(upid: Upid): readonly string[] {
  if (upid.upids !== undefined && upid.upids.length > 1) return upid.upids.map(upidXml);
  return upid.type === 0 && upid.length === 0 ? [] : [upidXml(upid)];
}

function upidXml({ type, hex, format_identifier, private_hex }: Upid): string {
  const attributes = {
    segmentationUpidType: type,
    segmentationUpidFormat: 'hexbinary',
    formatIdentifier: format_identifier,
  };
  return tag('SegmentationUpid', attributes, private_hex ?? hex);
}
