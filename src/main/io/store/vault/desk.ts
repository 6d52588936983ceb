// Owns the order of work in the store's thread: flows and loads first in, first out, whole flows
// grouped into transactions of about 200 rows; questions in between, so that neither waits long for
// the other. Refuses to acknowledge anything before its commit.
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import type { Draft } from '../../../core/ledger/entries';
import { Fifo } from '../client/fifo';
import type { FromStore, Question, ToStore } from '../client/mail';
import { refusalOf } from '../faults';
import type { Vault } from './vault';

/** Rows of one transaction; a longer flow is a transaction of its own. */
export const GROUP_ROWS = 200;

/** Without work for so long, the WAL is written back completely. */
const QUIET_MS = 2_000;

type Asked = { readonly id: number; readonly question: Question };
type Ordered =
  | { readonly kind: 'flow'; readonly drafts: readonly Draft[] }
  | { readonly kind: 'load'; readonly asked: Asked }
  | { readonly kind: 'close' };

/** Serves one port until it is asked to close; `closed` is called after the vault is. */
export class Desk {
  private readonly vault: Vault;
  private readonly port: MessagePort;
  private readonly closed: () => void;
  private readonly ordered = new Fifo<Ordered>();
  private readonly asked = new Fifo<Asked>();
  private rest: NodeJS.Timeout | undefined;

  constructor(vault: Vault, port: MessagePort, closed: () => void) {
    this.vault = vault;
    this.port = port;
    this.closed = closed;
    port.on('message', (mail: ToStore) => {
      this.sort(mail);
      this.work();
    });
  }

  private work(): void {
    for (;;) {
      this.drain();
      const question = this.asked.take();
      if (question !== undefined) this.answer(question);
      const next = this.ordered.peek();
      if (next === undefined) {
        if (this.asked.length === 0) return this.restLater();
      } else if (next.kind === 'flow') {
        this.record();
      } else {
        this.ordered.take();
        if (next.kind === 'load') this.answer(next.asked);
        else return this.close();
      }
    }
  }

  private drain(): void {
    for (;;) {
      const next = receiveMessageOnPort(this.port) as { message: ToStore } | undefined;
      if (next === undefined) return;
      this.sort(next.message);
    }
  }

  private sort(mail: ToStore): void {
    if (mail.kind === 'flows') {
      for (const drafts of mail.flows) this.ordered.put({ kind: 'flow', drafts });
    } else if (mail.kind === 'close') {
      this.ordered.put(mail);
    } else if (mail.question.kind === 'load') {
      this.ordered.put({ kind: 'load', asked: mail });
    } else {
      this.asked.put(mail);
    }
  }

  private record(): void {
    const flows = this.group();
    try {
      const [first] = this.vault.record(flows);
      const { firstSeq = 0, recordedAtMs = 0 } = first ?? {};
      this.post({ kind: 'recorded', flows: flows.length, firstSeq, recordedAtMs });
    } catch (error) {
      const { code, detail } = refusalOf(error);
      return this.post({ kind: 'refused', flows: flows.length, code, detail });
    }
    // Outside: these flows are acknowledged, and a refusal now would be taken for the next ones'.
    this.vault.tend();
  }

  private group(): (readonly Draft[])[] {
    const flows: (readonly Draft[])[] = [];
    let rows = 0;
    for (;;) {
      const next = this.ordered.peek();
      if (next?.kind !== 'flow') return flows;
      rows += next.drafts.length;
      if (flows.length > 0 && rows > GROUP_ROWS) return flows;
      flows.push(next.drafts);
      this.ordered.take();
    }
  }

  private answer({ id, question }: Asked): void {
    try {
      const answer =
        question.kind === 'load'
          ? this.vault.load()
          : question.kind === 'health'
            ? this.vault.health()
            : this.vault.ask(question.name, question.ask);
      this.post({ kind: 'answer', id, answer });
    } catch (error) {
      const { code, detail } = refusalOf(error);
      this.post({ kind: 'no_answer', id, code, detail });
    }
  }

  private restLater(): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.vault.rest(), QUIET_MS);
  }

  private close(): void {
    clearTimeout(this.rest);
    this.vault.close();
    this.closed();
    this.port.close();
  }

  private post(mail: FromStore): void {
    this.port.postMessage(mail);
  }
}
