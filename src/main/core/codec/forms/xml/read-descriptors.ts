// Owns the splice descriptors in XML: each element as the object that decoding the same descriptor
// gives (SCTE 35 2023r1 schema, SpliceDescriptorType and below).
import type { Given } from '../../scte35/input/section-input';
import { identifierText } from '../../scte35/upid/upid';
import {
  bitOf,
  childOf,
  childrenOf,
  flagOf,
  numberOf,
  privateHex,
  stated,
  tellUnknown,
  type Unknowns,
} from './element';
import { upidOf } from './read-upid';
import type { XmlElement } from './xml-text';

/** The elements that are descriptors. */
export const XML_DESCRIPTORS: Readonly<
  Record<string, (element: XmlElement, tell: Unknowns) => Given>
> = {
  AvailDescriptor: (element) => ({
    kind: 'avail',
    provider_avail_id: numberOf(element, 'providerAvailId'),
  }),
  DTMFDescriptor: (element) => ({
    kind: 'dtmf',
    preroll: numberOf(element, 'preroll') ?? 0,
    chars: element.attributes.get('chars') ?? '',
  }),
  TimeDescriptor: (element) => ({
    kind: 'time',
    tai_seconds: numberOf(element, 'taiSeconds') ?? 0,
    tai_ns: numberOf(element, 'taiNs') ?? 0,
    utc_offset: numberOf(element, 'utcOffset') ?? 0,
  }),
  AudioDescriptor: audio,
  SegmentationDescriptor: segmentation,
  PrivateDescriptor: (element, tell) => {
    tellUnknown(element, ['PrivateBytes'], tell);
    const identifier = numberOf(element, 'identifier');
    const fits = typeof identifier === 'number' && identifier < 2 ** 32;
    return {
      kind: 'private',
      tag: numberOf(element, 'descriptorTag'),
      identifier: fits ? identifierText(identifier) : identifier,
      data_hex: privateHex(element),
    };
  },
};

function audio(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['AudioChannel'], tell);
  const components = childrenOf(element, 'AudioChannel').map((channel) => ({
    tag: numberOf(channel, 'componentTag') ?? 0xff,
    iso_code: channel.attributes.get('ISOCode'),
    bit_stream_mode: numberOf(channel, 'BitStreamMode'),
    num_channels: numberOf(channel, 'NumChannels'),
    full_service: flagOf(channel, 'FullSrvcAudio'),
  }));
  return { kind: 'audio', components };
}

function complianceOf(element: XmlElement): unknown {
  const name = 'segmentationEventIdComplianceIndicator';
  // The published schema misspells it; both are read.
  return bitOf(element, name) ?? bitOf(element, `${name}bute`) ?? 1;
}

function segmentation(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['DeliveryRestrictions', 'SegmentationUpid', 'Component'], tell);
  const cancel = flagOf(element, 'segmentationEventCancelIndicator') ?? false;
  const head = {
    kind: 'segmentation',
    event_id: numberOf(element, 'segmentationEventId'),
    event_id_compliance_flag: complianceOf(element),
    cancel,
  };
  if (cancel === true) return stated(head);
  const components = childrenOf(element, 'Component').map((one) => ({
    tag: numberOf(one, 'componentTag'),
    pts_offset: numberOf(one, 'ptsOffset'),
  }));
  const program_segmentation = components.length === 0;
  return stated({
    ...head,
    program_segmentation,
    components: program_segmentation ? undefined : components,
    ...deliveryOf(childOf(element, 'DeliveryRestrictions')),
    upid: upidOf(childrenOf(element, 'SegmentationUpid')),
    duration: numberOf(element, 'segmentationDuration'),
    type_id: numberOf(element, 'segmentationTypeId'),
    segment_num: numberOf(element, 'segmentNum') ?? 0,
    segments_expected: numberOf(element, 'segmentsExpected') ?? 0,
    sub_segment_num: numberOf(element, 'subSegmentNum'),
    sub_segments_expected: numberOf(element, 'subSegmentsExpected'),
  });
}

function deliveryOf(element: XmlElement | undefined): Given {
  if (element === undefined) return { delivery_not_restricted: true };
  return {
    delivery_not_restricted: false,
    web_delivery_allowed: flagOf(element, 'webDeliveryAllowedFlag'),
    no_regional_blackout: flagOf(element, 'noRegionalBlackoutFlag'),
    archive_allowed: flagOf(element, 'archiveAllowedFlag'),
    device_restrictions: numberOf(element, 'deviceRestrictions'),
  };
}
