// Owns the roles of segmentation_type_id that matter to a seller of slots: which types end
// something and which stand for whose inventory (SCTE 35 2023r1 10.3.3.1, table 23).

/** Ends of programs, chapters, breaks, credits, advertisements, opportunities, blocks, networks. */
const ENDS: ReadonlySet<number> = new Set([
  0x11, 0x12, 0x21, 0x23, 0x25, 0x27, 0x31, 0x33, 0x35, 0x37, 0x39, 0x3b, 0x3d, 0x3f, 0x41, 0x43,
  0x45, 0x47, 0x51,
]);

/** True where the type ends what another began. */
export function isEnd(typeId: number): boolean {
  return ENDS.has(typeId);
}

/** Starts of breaks, advertisements, opportunities and blocks that are the provider's own. */
export const PROVIDER_BREAKS: ReadonlySet<number> = new Set([0x22, 0x30, 0x34, 0x44]);
/** Start of the provider's overlay opportunity. */
export const PROVIDER_OVERLAY = 0x38;
/** Starts of what is the distributor's to sell. */
export const DISTRIBUTOR_STARTS: ReadonlySet<number> = new Set([0x32, 0x36, 0x3a, 0x46]);
