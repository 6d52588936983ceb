// Owns the delivery restrictions of a segmentation_descriptor(): who may be shown the segment. They
// are there only where delivery_not_restricted_flag is 0 (SCTE 35 2023r1 10.3.3.1).
import type { Draft } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';

/** The restrictions; all but the first are absent where delivery is not restricted. */
export interface Delivery {
  readonly delivery_not_restricted: boolean;
  readonly web_delivery_allowed?: boolean;
  readonly no_regional_blackout?: boolean;
  readonly archive_allowed?: boolean;
  readonly device_restrictions?: number;
}

/** Adds the restrictions from the low five bits of the flags. */
export function addDelivery(to: Draft<Delivery>, flags: number): void {
  to.web_delivery_allowed = (flags & 0x10) !== 0;
  to.no_regional_blackout = (flags & 0x08) !== 0;
  to.archive_allowed = (flags & 0x04) !== 0;
  to.device_restrictions = flags & 0x03;
}

/** The six bits, highest first; all ones where delivery is not restricted. */
export function deliveryBits(to: ByteWriter, value: Delivery): readonly boolean[] {
  if (value.delivery_not_restricted) return [true, true, true, true, true, true];
  const device = value.device_restrictions ?? 3;
  if (device < 0 || device > 3) to.unfit = true;
  return [
    false,
    value.web_delivery_allowed ?? true,
    value.no_regional_blackout ?? true,
    value.archive_allowed ?? true,
    (device & 2) !== 0,
    (device & 1) !== 0,
  ];
}
