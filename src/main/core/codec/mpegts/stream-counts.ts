// Owns what is counted of a transport stream, so that a person can tell a bad line from a quiet
// one. Refuses to judge.

/** What went by. */
export interface StreamCounts {
  packets: number;
  continuityErrors: number;
  duplicates: number;
  scrambled: number;
  errored: number;
  /** Programs the PAT names beyond the most that are followed. */
  programsBeyond: number;
}

/** Nothing yet. */
export function newStreamCounts(): StreamCounts {
  return {
    packets: 0,
    continuityErrors: 0,
    duplicates: 0,
    scrambled: 0,
    errored: 0,
    programsBeyond: 0,
  };
}
