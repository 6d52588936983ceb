// Owns the head that every splice_descriptor() has: its tag, and the identifier that says whose tag
// it is. Those of the standard itself have CUEI (SCTE 35 2023r1 10.2, table 16). Nothing runs here.

/** Tag and identifier; four printable characters, else 0x and eight hex digits. */
export interface DescriptorHead {
  readonly tag: number;
  readonly identifier: string;
}
