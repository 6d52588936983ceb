// Owns the engine's side of the store: it collects the flows of one turn, posts them in one message
// and settles each promise when its transaction has been acknowledged. Refuses to wait for a disk,
// and to lose a promise: whatever happens to the thread, every flow is settled.
import type { Worker } from 'node:worker_threads';
import { assert } from '../../../core/lib/assert';
import type { Draft } from '../../../core/ledger/entries';
import type { Receipt } from '../../../flow/ports';
import { refusalOf, sayError, StoreRefusal } from '../faults';
import { Fifo } from './fifo';
import type { Answered, FromStore, Question, ToStore } from './mail';

interface Waiting<T> {
  readonly rows: number;
  readonly resolve: (value: T) => void;
  readonly reject: (refusal: StoreRefusal) => void;
}

/** One thread's correspondence. */
export class StoreClient {
  private readonly worker: Worker;
  private outbox: (readonly Draft[])[] = [];
  private readonly flows = new Fifo<Waiting<Receipt>>();
  private readonly questions = new Map<number, Waiting<Answered>>();
  private rows = 0;
  private lastId = 0;
  private ended: StoreRefusal | null = null;
  /** A flow could not be posted: what was decided after it is refused until the next load. */
  private unposted: StoreRefusal | null = null;

  /** Takes over a thread that has opened its database. */
  constructor(worker: Worker) {
    this.worker = worker;
    worker.on('message', (mail: FromStore) => this.receive(mail));
    worker.on('error', (error: unknown) => this.end(`Its thread failed: ${sayError(error)}`));
    worker.on('exit', () => this.end("The store's thread has ended."));
  }

  /** Whether the thread is there to be written to. */
  get alive(): boolean {
    return this.ended === null;
  }

  /** Rows appended and not yet acknowledged. */
  get pending(): number {
    return this.rows;
  }

  append(drafts: readonly Draft[]): Promise<Receipt> {
    const refusal = this.ended ?? this.unposted;
    if (refusal !== null) return Promise.reject(refusal);
    if (this.outbox.length === 0) setImmediate(() => this.post());
    this.outbox.push(drafts);
    this.rows += drafts.length;
    return new Promise((resolve, reject) => {
      this.flows.put({ rows: drafts.length, resolve, reject });
    });
  }

  /** Asks behind everything that was appended before. */
  question(question: Question): Promise<Answered> {
    if (this.ended !== null) return Promise.reject(this.ended);
    this.post();
    if (question.kind === 'load') this.unposted = null;
    this.lastId += 1;
    const id = this.lastId;
    const refusal = this.send({ kind: 'question', id, question });
    if (refusal !== null) return Promise.reject(refusal);
    return new Promise((resolve, reject) => {
      this.questions.set(id, { rows: 0, resolve, reject });
    });
  }

  /** Posts what is left and asks the thread to close. */
  close(): void {
    this.post();
    this.send({ kind: 'close' });
  }

  /** Null, or why it could not be posted: it holds what no message can carry. */
  private send(mail: ToStore): StoreRefusal | null {
    try {
      if (this.ended === null) this.worker.postMessage(mail);
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }

  private post(): void {
    if (this.outbox.length === 0) return;
    const flows = this.outbox;
    this.outbox = [];
    this.unposted = this.send({ kind: 'flows', flows });
    if (this.unposted !== null) this.refuseLast(flows.length, this.unposted);
  }

  private receive(mail: FromStore): void {
    switch (mail.kind) {
      case 'recorded':
        return this.recorded(mail);
      case 'refused':
        return this.refused(mail.flows, new StoreRefusal(mail.code, mail.detail));
      case 'answer':
        return this.taken(mail.id)?.resolve(mail.answer);
      case 'no_answer':
        return this.taken(mail.id)?.reject(new StoreRefusal(mail.code, mail.detail));
      default:
    }
  }

  private recorded({ flows, firstSeq, recordedAtMs }: FromStore & { kind: 'recorded' }): void {
    let seq = firstSeq;
    for (let n = 0; n < flows; n += 1) {
      const flow = this.flows.take();
      assert(flow !== undefined, 'the store acknowledged a flow it was never given');
      this.rows -= flow.rows;
      flow.resolve({ firstSeq: seq, lastSeq: seq + flow.rows - 1, recordedAtMs });
      seq += flow.rows;
    }
  }

  private refused(flows: number, refusal: StoreRefusal): void {
    for (let n = 0; n < flows; n += 1) {
      const flow = this.flows.take();
      this.rows -= flow?.rows ?? 0;
      flow?.reject(refusal);
    }
  }

  /** Refuses the newest flows; those before them are under way. */
  private refuseLast(count: number, refusal: StoreRefusal): void {
    const flows = this.flows.takeAll();
    const posted = flows.length - count;
    for (const flow of flows.slice(0, posted)) this.flows.put(flow);
    for (const flow of flows.slice(posted)) {
      this.rows -= flow.rows;
      flow.reject(refusal);
    }
  }

  private taken(id: number): Waiting<Answered> | undefined {
    const waiting = this.questions.get(id);
    this.questions.delete(id);
    return waiting;
  }

  private end(detail: string): void {
    this.ended ??= new StoreRefusal('storage', detail);
    this.outbox = [];
    this.refused(this.flows.length, this.ended);
    for (const id of [...this.questions.keys()]) this.taken(id)?.reject(this.ended);
  }
}
