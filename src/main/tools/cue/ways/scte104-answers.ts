// Owns the counting of what an injector answers to cues: inject_response by its result, and
// inject_complete_response. Refuses to count one answer for another message. ANSI/SCTE 104 2023
// 9.6.
import type { SingleMessage } from '../../../core/codec/scte104/message';
import { RESULTS } from '../../../core/codec/scte104/results';
import { resultWords } from './result-words';

const INJECT_RESPONSE = 7;
const INJECT_COMPLETE = 8;
/** With these the cue was taken, and its completion is told as well. */
const TAKEN: readonly number[] = [RESULTS.success, RESULTS.preRollTooSmall];

interface Awaited {
  responses: number;
  completes: number;
}

/** The answers of one connection. */
export class Answers {
  private readonly awaited = new Map<number, Awaited>();
  private readonly results = new Map<number, number>();
  private completes = 0;
  private sections = 0;

  /** A message of this number was sent so many times. */
  expect(number: number, copies: number): void {
    this.awaited.set(number, { responses: copies, completes: copies });
  }

  /** Messages that are not fully answered. */
  get outstanding(): number {
    return this.awaited.size;
  }

  /** Messages without an inject_response. */
  get missing(): number {
    return [...this.awaited.values()].reduce((sum, one) => sum + Math.max(0, one.responses), 0);
  }

  /** Takes an answer; anything else is none. */
  take({ opID, result, acked_message_number, cue_message_count }: SingleMessage): void {
    const number = Number(acked_message_number);
    const awaited = this.awaited.get(number);
    if (awaited === undefined) return;
    if (opID === INJECT_RESPONSE) {
      this.results.set(result, (this.results.get(result) ?? 0) + 1);
      awaited.responses -= 1;
      if (!TAKEN.includes(result)) awaited.completes -= 1;
    } else if (opID === INJECT_COMPLETE) {
      this.completes += 1;
      this.sections += Number(cue_message_count);
      awaited.completes -= 1;
    }
    if (awaited.responses <= 0 && awaited.completes <= 0) this.awaited.delete(number);
  }

  /** What was answered, in sentences. */
  get told(): readonly string[] {
    const answers = [...this.results.values()].reduce((sum, one) => sum + one, 0);
    const results = [...this.results].map(([code, count]) => `${count} ${resultWords(code)}`);
    const which = results.length === 0 ? '' : ` (${results.join(', ')})`;
    const complete = `${this.completes} inject_complete_response`;
    const first =
      `The injector answered ${answers} inject_response${which} and ${complete}, sections made: ` +
      `${this.sections}. Complete means processed, not that a break ran.`;
    const { missing } = this;
    return missing === 0 ? [first] : [first, `${missing} had no inject_response.`];
  }
}
