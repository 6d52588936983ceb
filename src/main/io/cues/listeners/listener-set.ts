// Owns all listeners for cues of an engine, each with a life of its own: one can be started,
// stopped or replaced while the others hear on. Refuses two with one id.
import type { Listener } from '../../../../contract/status';
import type { Ears } from '../../../flow/ports';
import type { AttendedListener } from './attended';

/** The listeners, in the order in which they were added. */
export class ListenerSet implements Ears {
  private readonly listeners = new Map<string, AttendedListener>();

  /** Takes one in as it stands; it is opened by its own start. */
  add(listener: AttendedListener): void {
    if (this.listeners.has(listener.id)) throw new Error(`two listeners ${listener.id}`);
    this.listeners.set(listener.id, listener);
  }

  /** Puts another in the place of the one with its id, and opens it if that one was open. */
  async replace(listener: AttendedListener): Promise<void> {
    const old = this.listeners.get(listener.id);
    this.listeners.set(listener.id, listener);
    const off = old?.state().state === 'stopped';
    await old?.stop();
    if (!off) await listener.start();
  }

  /** Closes one and forgets it. */
  async remove(id: string): Promise<void> {
    const old = this.listeners.get(id);
    this.listeners.delete(id);
    await old?.stop();
  }

  readonly list = (): Listener[] => [...this.listeners.values()].map((one) => one.state());

  readonly start = async (id: string): Promise<Listener | null> => {
    const one = this.listeners.get(id);
    await one?.start();
    return one?.state() ?? null;
  };

  readonly stop = async (id: string): Promise<Listener | null> => {
    const one = this.listeners.get(id);
    await one?.stop();
    return one?.state() ?? null;
  };

  /** Closes all. */
  async close(): Promise<void> {
    await Promise.all([...this.listeners.values()].map((one) => one.stop('the engine stops')));
  }
}
