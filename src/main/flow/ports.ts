// Owns the one place from which io and tools take the doors of the flows. Refuses everything but
// types: an adapter that needs more than a port is in the wrong folder.
export type * from './ports/doors';
export type * from './ports/ears';
export type * from './ports/host';
export type * from './ports/intake';
export type * from './ports/store';
export type * from './ports/world';
