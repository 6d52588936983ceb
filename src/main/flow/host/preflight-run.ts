// The pre-flight was run: one list of checks, the same that gates going on air. Refuses to know how
// a check is made, or to keep an old verdict: each run asks anew.
import type { Preflight } from '../../../contract/host/machine';
import type { StoreHealth } from '../ports';
import type { Memory, Truck } from '../truck/truck';
import { storeSaid } from './machine-asked';
import {
  awakeCheck,
  buyersCheck,
  clockCheck,
  cueCheck,
  databaseCheck,
  diskCheck,
  listenerCheck,
  versionsCheck,
  type Check,
  type Verdict,
} from './preflight-checks';

interface Looked {
  readonly truck: Truck;
  readonly memory: Memory | null;
  readonly said: StoreHealth | string;
}

function checksOf({ truck, memory, said }: Looked): Check[] {
  const facts = truck.ports.host.facts();
  const onAir = memory?.mode.mode === 'ON_AIR';
  const checks: readonly (readonly [id: string, name: string, verdict: Verdict])[] = [
    ['clock', 'Clock does not step', clockCheck(facts)],
    ['listener', 'A listener is up', listenerCheck(truck)],
    ['cue', 'A cue was seen', cueCheck(truck)],
    ['database', 'Database check', databaseCheck(said)],
    ['disk', 'Free disk', diskCheck(facts)],
    ['buyers', 'Buyers ready', buyersCheck(memory)],
    ['sleep', 'Sleep blocked', awakeCheck(facts, onAir)],
    ['versions', 'Versions', versionsCheck(facts)],
  ];
  return checks.map(([id, name, verdict]) => ({ id, name, ...verdict }));
}

/** What stands against going on air, as sentences; empty when nothing does. */
export async function whatStopsAir(truck: Truck, memory: Memory): Promise<string[]> {
  const checks = checksOf({ truck, memory, said: await storeSaid(truck) });
  return checks.filter(({ status }) => status === 'stops').map(({ detail }) => detail);
}

/** GET /preflight. */
export async function preflightRun(truck: Truck): Promise<Preflight> {
  const { memory, ports } = truck;
  const checks = checksOf({ truck, memory, said: await storeSaid(truck) });
  const ready = checks.every(({ status }) => status !== 'stops');
  return { at: new Date(ports.clock.wallMs()).toISOString(), ready, checks };
}
