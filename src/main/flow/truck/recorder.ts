// Owns the last two steps of every flow: record in one transaction, then announce. Refuses to
// announce anything whose memory has meanwhile been dropped.
import type { Draft, EntryBodies, EntryType } from '../../core/ledger/entries';
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
  return { type, body, ...origin } as unknown as Draft<T>;
}

/** What is told once the flow is durable. */
export type Told = (receipt: Receipt, memory: Memory) => void;

/**
 * Records a flow whole. The memory was changed before (it decides faster than a disk); if the store
 * refuses, the memory is dropped and read back. Resolves when durable and told, rejects with the
 * store's refusal.
 */
export async function record(truck: Truck, drafts: readonly Draft[], told: Told): Promise<Receipt> {
  const { memory } = truck;
  if (memory === null) throw new Error('recording without a memory');
  for (const entry of drafts) memory.purses.apply(entry);
  let receipt: Receipt;
  try {
    receipt = await truck.ports.store.append(drafts);
  } catch (refusal) {
    truck.storageFailed(memory, refusal);
    throw refusal;
  }
  if (truck.memory === memory) told(receipt, memory);
  return receipt;
}

/** Records a flow nobody waits for. A refusal has been dealt with; a contradiction is told loudly. */
export function recordOnly(truck: Truck, drafts: readonly Draft[], told: Told): void {
  const { memory } = truck;
  record(truck, drafts, told).catch((error: unknown) => {
    if (truck.memory === memory && memory !== null) throw error;
  });
}
