// Owns which RTP leg belongs to which group: a leg is known by its source and SSRC, and joins the
// legs of its listener that carry its packets. Refuses to keep more legs than its bound: the one
// heard longest ago gives way, and its state with it. SMPTE ST 2022-7, RFC 3550.
import type { CompletedCue, ReadingKit } from '../reading';
import type { Carried, Timed } from './in-order';
import { LegGroup } from './legs';
import type { RtpPacket } from './packet';

const NAMES_MOST = 256;

/** Where a leg was heard: twins are looked for on the same listener only. */
export interface LegPlace {
  readonly name: string;
  readonly listener: string;
}

interface Member<D extends Timed> {
  readonly group: LegGroup<D>;
  readonly listener: string;
}

/** The groups of legs. */
export class LegGroups<D extends Timed> {
  private readonly members = new Map<string, Member<D>>();
  private readonly waiting = new Set<LegGroup<D>>();

  constructor(private readonly text: ReadingKit) {}

  /** How many legs are followed. */
  get size(): number {
    const groups = new Set([...this.members.values()].map(({ group }) => group));
    return [...groups].reduce((sum, { size }) => sum + size, 0);
  }

  /** When the first that waits counts as lost, monotonic; null where nothing waits. */
  get dueMs(): number | null {
    const dues = [...this.waiting].flatMap(({ dueMs }) => dueMs ?? []);
    return dues.length === 0 ? null : Math.min(...dues);
  }

  /** Takes a packet of one leg. */
  take({ name, listener }: LegPlace, packet: Carried<D>): readonly CompletedCue<D>[] {
    const known = this.members.get(name)?.group ?? this.twin(packet, listener);
    const group = known ?? new LegGroup<D>(this.text);
    this.keep(name, { group, listener });
    const cues = group.take(name, packet);
    this.look(group);
    return cues;
  }

  /** The cues that have waited long enough. */
  flush(nowMs: number): readonly CompletedCue<D>[] {
    return [...this.waiting].flatMap((group) => {
      const cues = group.flush(nowMs);
      this.look(group);
      return cues;
    });
  }

  private look(group: LegGroup<D>): void {
    if (group.dueMs === null) this.waiting.delete(group);
    else this.waiting.add(group);
  }

  private twin(packet: RtpPacket, listener: string): LegGroup<D> | undefined {
    for (const other of this.members.values()) {
      if (other.listener === listener && other.group.knows(packet)) return other.group;
    }
    return undefined;
  }

  private keep(name: string, member: Member<D>): void {
    this.members.delete(name);
    this.members.set(name, member);
    const [oldest] = this.members;
    if (this.members.size <= NAMES_MOST || oldest === undefined) return;
    const [left, { group }] = oldest;
    this.members.delete(left);
    group.leave(left);
    this.look(group);
  }
}
