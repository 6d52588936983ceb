// Owns the last two steps of every flow: record in one transaction, then announce. Refuses to
// announce anything whose memory has meanwhile been dropped.
import { fault, type Fault } from '../../../contract/faults';
import type { Draft, EntryBodies, EntryType } from '../../core/ledger/entries';
import { must } from '../../core/lib/assert';
import type { Receipt } from '../ports';
import type { Memory, Truck } from './truck';

/** Who did it, what it follows from, and when the fact came in. */
export interface Origin {
  readonly actor: string;
  readonly cause: string;
  readonly arrivedAtMs: number;
  readonly decidedAtMs: number;
}

/** An entry of the journal to be. */
export function draft<T extends EntryType>(
  type: T,
  body: EntryBodies[T],
  origin: Origin,
): Draft<T> {
  return { type, body, ...origin };
}

/** What is told once the flow is durable. */
export type Told = (receipt: Receipt, memory: Memory) => void;

/**
 * Records a flow whole. The memory was changed before (it decides faster than a disk); if the store
 * refuses, the memory is dropped and read back. Resolves once it is durable and told, with null
 * where the store refused; a contradiction rejects, and nobody catches that: the engine ends.
 */
export async function record(
  truck: Truck,
  drafts: readonly Draft[],
  told: Told,
): Promise<Receipt | null> {
  const memory = must(truck.memory, 'recording needs a memory');
  for (const entry of drafts) memory.purses.apply(entry);
  let receipt: Receipt;
  try {
    receipt = await truck.ports.store.append(drafts);
  } catch (refusal) {
    truck.storageFailed(memory, refusal);
    return null;
  }
  if (truck.memory === memory) told(receipt, memory);
  return receipt;
}

/** What a client is told when the store refused its flow. */
export function storageFault(truck: Truck): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: fault('storage', truck.trouble ?? undefined) };
}
