// Owns the messages an injector answers with, as bytes. Refuses to choose a result: the session
// does. ANSI/SCTE 104 2023 9.1.2, 9.2.2, 9.6.
import { encodeMessage } from '../../../core/codec/scte104/message';
import { NO_RESULT, RESULTS, type ResultName } from '../../../core/codec/scte104/results';
import { must } from '../../../core/lib/assert';

/** What every reply repeats of the message it answers. */
export interface Answered {
  readonly as_index: number;
  readonly dpi_pid_index: number;
}

/** Makes replies; each has the next message_number of this injector. */
export class Replies {
  private next = 0;

  private made(opID: number, to: Answered, more: { result: ResultName; [data: string]: unknown }) {
    const { result, ...data } = more;
    this.next = (this.next + 1) % 256;
    const message = {
      kind: 'single',
      opID,
      result: RESULTS[result],
      result_extension: NO_RESULT,
      protocol_version: 0,
      as_index: to.as_index,
      message_number: this.next,
      dpi_pid_index: to.dpi_pid_index,
      ...data,
    };
    return must(encodeMessage(message), 'a reply fits its fields');
  }

  general(to: Answered, result: ResultName): Uint8Array {
    return this.made(0, to, { result });
  }

  init(to: Answered, result: ResultName): Uint8Array {
    return this.made(2, to, { result });
  }

  /** With time() where the request had one, so that the sender can compare clocks. */
  alive(to: Answered, time: { seconds: number; microseconds: number } | null): Uint8Array {
    return this.made(4, to, { result: 'success', ...(time === null ? {} : { time }) });
  }

  inject(to: Answered & { message_number: number }, result: ResultName): Uint8Array {
    return this.made(7, to, { result, acked_message_number: to.message_number });
  }

  complete(to: Answered & { message_number: number }, sections: number): Uint8Array {
    const acked_message_number = to.message_number;
    const cue_message_count = Math.min(255, sections);
    return this.made(8, to, { result: 'success', acked_message_number, cue_message_count });
  }
}
