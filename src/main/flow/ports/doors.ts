// Owns what a client may ask of the flows: its commands. Refuses questions; those go to the store
// and are answered in pages.
import type { Fault } from '../../../contract/faults';
import type { LogLine, Machine, Preflight } from '../../../contract/host/machine';
import type { TestCueResult } from '../../../contract/auction';
import type {
  DecodedCue,
  DecodeInput,
  EncodedCue,
  ManualCueInput,
  ManualPads,
  Marker,
  TrustChange,
} from '../../../contract/marker';
import type {
  FloorsAsk,
  FloorsPriced,
  PriceBookChange,
  PriceBookPreview,
  PriceBookPreviewed,
  PriceBookVersion,
} from '../../../contract/price-book';
import type { Listener, LiveStats, Mode } from '../../../contract/status';
import type { ListenerWish } from './ears';
import type { Store, StoreHealth } from './store';

/** A question's answer, or a fault for the caller. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly fault: Fault;
    };

/** Who asks. */
export interface Caller {
  readonly actor: string;
}

/** What a client may ask of the flows: the write side of the contract. */
export interface Commands {
  readonly fireTestCue: (input: ManualCueInput, caller: Caller) => Promise<Answer<TestCueResult>>;
  readonly manualPads: () => Answer<ManualPads>;
  /** Takes a cue apart, or writes one; nothing comes of it. */
  readonly decodeCue: (ask: DecodeInput) => Answer<DecodedCue>;
  readonly encodeCue: (message: Record<string, unknown>) => Answer<EncodedCue>;
  readonly changeMode: (
    change: { mode: Mode; why: string; overridden?: readonly string[] },
    caller: Caller,
  ) => Promise<Answer<null>>;
  readonly changeHold: (
    change: { held: boolean; why: string; expected?: boolean | undefined },
    caller: Caller,
  ) => Promise<Answer<null>>;
  /** A source's cues count by arrival, or by their own time again. */
  readonly trustArrival: (change: TrustChange, caller: Caller) => Promise<Answer<null>>;
  /** Judges a quarantined marker now; asked again, it answers the same. */
  readonly releaseMarker: (id: string, caller: Caller) => Promise<Answer<Marker>>;
  readonly changeListener: (change: ListenerWish, caller: Caller) => Promise<Answer<Listener>>;
  readonly changePriceBook: (
    change: PriceBookChange,
    caller: Caller,
  ) => Promise<Answer<PriceBookVersion>>;
  /** Prices the last auctions again under another book; records nothing. */
  readonly previewPriceBook: (ask: PriceBookPreview) => Promise<Answer<PriceBookPreviewed>>;
  /** Prices events that have not happened, from the stakes given; records nothing. */
  readonly priceFloors: (ask: FloorsAsk) => Answer<FloorsPriced>;
  readonly currentPriceBook: () => Answer<PriceBookVersion>;
}

/** What io/serve mounts: commands, the store's questions and what the engine measures. */
export interface Engine {
  readonly commands: Commands;
  readonly ask: Store['ask'];
  readonly liveStats: () => LiveStats;
  /** What stands in the way of taking work, null when nothing does. */
  readonly trouble: () => string | null;
  readonly storeHealth: () => Promise<StoreHealth>;
  readonly machine: () => Promise<Machine>;
  readonly preflight: () => Promise<Preflight>;
  /** The last lines of the log, oldest first. */
  readonly logLines: () => readonly LogLine[];
}
