// Owns the way of an automation system: init, alive, a message for each cue, and the counting of
// what the injector answers. A copy is the same message again. Refuses to run ahead of the answers
// by more messages than their numbers tell apart. ANSI/SCTE 104 2023 8.2.3.3, 9.1, 9.2, 9.6.
import type { SingleMessage } from '../../../core/codec/scte104/message';
import { RESULTS } from '../../../core/codec/scte104/results';
import { writeAlive, writeCue, writeInit } from '../../../core/codec/scte104/cues/write-cue';
import type { ByteText } from '../../../core/lib/bytes';
import { carriedUpid, PLACEMENT_START, type CueOrder } from '../../../core/marker/make-cue';
import { Wrong, type Target } from '../typed';
import { resultWords } from './result-words';
import { Answers } from './scte104-answers';
import { openLine, type Line } from './scte104-line';
import type { Left, Way } from './way';

/** What is sent, and where to. */
export interface Scte104Order {
  readonly to: Target;
  /** From processing to the splice; null for at once. */
  readonly preRollMs: number | null;
  readonly text: ByteText;
}

const SENDER = { asIndex: 1, dpiPidIndex: 1 };
/** Cues whose answers may be outstanding; a message_number has 8 bits. */
const AHEAD_MOST = 100;
const ALIVE_MS = 55_000;
const LOOK_MS = 1_000;
const INIT_RESPONSE = 2;
const ALIVE_RESPONSE = 4;

class Automation {
  private readonly answers = new Answers();
  private line: Line | null = null;
  private number = 0;
  private lastMs = 0;
  private messages = 0;
  private cueMessages = 0;
  private failed = 0;
  private result: number | null = null;
  private alives = 0;

  constructor(private readonly order: Scte104Order) {}

  /** Connects, says init and alive. Rejects where the injector does not take us. */
  async open(): Promise<void> {
    const { to } = this.order;
    const at = `${to.host}:${to.port}`;
    const line = await openLine(to, (message) => this.hear(message));
    this.line = line;
    this.say(writeInit(SENDER, this.next()));
    if (!(await line.until(() => this.result !== null))) {
      await line.close();
      throw new Wrong(`${at} does not answer as an injector (${line.over ?? 'no init_response'}).`);
    }
    if (this.result !== RESULTS.success) {
      await line.close();
      throw new Wrong(`The injector at ${at} says no: ${resultWords(this.result ?? 0)}.`);
    }
    this.alive();
    if (!(await line.until(() => this.alives > 0))) {
      await line.close();
      throw new Wrong(`The injector at ${at} does not answer alive_request.`);
    }
  }

  async send(cue: CueOrder, copies: number): Promise<boolean> {
    const { text, preRollMs } = this.order;
    const upid = carriedUpid(cue.metadata, text);
    if (upid === null) return false;
    await this.line?.until(() => this.answers.outstanding < AHEAD_MOST);
    const { eventId, segmentationType = PLACEMENT_START, durationMs = null } = cue;
    const number = this.next();
    const told = { eventId, segmentationType, durationMs, preRollMs: preRollMs ?? 0 };
    const bytes = writeCue({ ...told, upidType: upid.type, upidHex: upid.hex }, SENDER, number);
    this.answers.expect(number, copies);
    for (let copy = 0; copy < copies; copy += 1) {
      this.cueMessages += 1;
      if (!this.say(bytes)) this.failed += 1;
    }
    return true;
  }

  idle(): void {
    if (performance.now() - this.lastMs > ALIVE_MS) this.alive();
  }

  async close(): Promise<Left> {
    const over = this.line?.over ?? null;
    await this.line?.until(() => this.answers.outstanding === 0);
    await this.line?.close();
    const { cueMessages: units, failed, messages: expected } = this;
    const { told: notes, missing } = this.answers;
    const unanswered = missing - failed;
    return { units, expected, failed, unanswered, reason: failed > 0 ? over : null, notes };
  }

  private alive(): void {
    this.say(writeAlive(SENDER, this.next()));
  }

  private say(bytes: Uint8Array): boolean {
    this.lastMs = performance.now();
    const sent = this.line?.send(bytes) ?? false;
    if (sent) this.messages += 1;
    return sent;
  }

  private next(): number {
    this.number = (this.number + 1) % 256;
    return this.number;
  }

  private hear(message: SingleMessage): void {
    if (message.opID === INIT_RESPONSE) this.result = message.result;
    else if (message.opID === ALIVE_RESPONSE) this.alives += 1;
    else this.answers.take(message);
  }
}

/** Opens the way: the injector has taken us. Rejects where it does not, or there is none. */
export async function openScte104(order: Scte104Order): Promise<Way> {
  const automation = new Automation(order);
  await automation.open();
  return {
    unit: 'message',
    idleMs: LOOK_MS,
    send: async (cue, copies) => automation.send(cue, copies),
    idle: () => Promise.resolve(automation.idle()),
    close: async () => automation.close(),
  };
}
