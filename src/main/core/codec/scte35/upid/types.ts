// Owns the table of segmentation_upid_type: each type's name, its own length and whether it is text
// (SCTE 35 2023r1 10.3.3.1, table 22). Types above are kept as bytes.

/** One row: name, exact length in bytes (null for free) and whether it is text. */
export type UpidType = readonly [name: string, exact: number | null, text: boolean];

const RESERVED: UpidType = ['reserved', null, false];
const TYPES: readonly UpidType[] = [
  ['not_used', 0, false],
  ['user_defined', null, true],
  ['ISCI', 8, true],
  ['Ad-ID', 12, true],
  ['UMID', 32, false],
  ['ISAN', 8, false],
  ['ISAN', 12, false],
  ['TID', 12, true],
  ['TI', 8, false],
  ['ADI', null, true],
  ['EIDR', 12, false],
  ['ATSC', null, false],
  ['MPU', null, false],
  ['MID', null, false],
  ['ADS', null, true],
  ['URI', null, true],
  ['UUID', 16, false],
  ['SCR', null, false],
];

/** The types that are written or read in a form of their own. */
export const UPID = { ti: 8, eidr: 10, mpu: 12, mid: 13, uuid: 16 } as const;

/** The row of a type. */
export function upidType(type: number): UpidType {
  return TYPES[type] ?? RESERVED;
}
