// Owns what an injector answers to each message and which messages become cues: init and alive are
// answered, a message heard twice is acknowledged again and not run again. Refuses a second
// automation system on one instance, and denies access to one outside the allow list. ANSI/SCTE 104
// 2023 8.2.3.3, 9.1 to 9.3, 9.6.
import { PAST_MOST_MS, processInMs } from '../../../core/codec/scte104/cues/process-at';
import { asksTooMuch, sectionsOf } from '../../../core/codec/scte104/cues/sections';
import {
  decodeMessage,
  type MultipleMessage,
  type SingleMessage,
} from '../../../core/codec/scte104/message';
import type { MessageFaultCode } from '../../../core/codec/scte104/fault';
import { isKnown } from '../../../core/codec/scte104/ops/op-table';
import type { ResultName } from '../../../core/codec/scte104/results';
import type { Heard } from '../../../flow/ports';
import { Replies } from './replies';
import { Seats, type Peer } from './seats';
import { SentTwice } from './sent-twice';
import type { Answer, Taken } from './taken';

/** What a message brings about. */
export interface Outcome {
  readonly replies: readonly Uint8Array[];
  readonly heard: readonly Heard[];
  /** A connection that its own machine has left behind. */
  readonly drops: number | null;
}

type Hear = (peer: Peer, taken: Taken) => readonly Heard[];

/** Seconds from the Unix epoch to that of time(), leap seconds counted (12.4). */
const TIME_EPOCH_S = 315_964_800 - 18;
const LEAST_PRE_ROLL_MS = 4_000;
const SIZE_FAULTS: readonly MessageFaultCode[] = ['message_size_too_small', 'extra_bytes'];

/** One listener's injector. */
export class Scte104Session {
  private readonly replies = new Replies();
  private readonly seats = new Seats();
  private readonly twice = new SentTwice();

  constructor(private readonly hear: Hear) {}

  /** Takes one whole message. */
  take(peer: Peer, taken: Taken): Outcome {
    const read = decodeMessage(taken.bytes);
    if (!read.ok) return this.unread(peer, taken, read.code);
    const { message } = read;
    const as = message.kind === 'single' ? this.single(peer, taken, message) : null;
    return as ?? this.multiple(peer, taken, message as MultipleMessage);
  }

  /** The connection ended. */
  left(id: number): void {
    this.seats.left(id);
  }

  private single(peer: Peer, { receivedAtMs }: Taken, message: SingleMessage): Outcome {
    if (message.opID === 1 && peer.stranger === true) {
      const reply = this.replies.init(message, 'accessDenied');
      return { replies: [reply], heard: ['heartbeat'], drops: null };
    }
    if (message.opID === 1) {
      const { ok, drops } = this.seats.take(peer, message.dpi_pid_index);
      const reply = this.replies.init(message, ok ? 'success' : 'inUse');
      return { replies: [reply], heard: ['heartbeat'], drops };
    }
    if (message.opID === 3) {
      const time = message['time'] === undefined ? null : timeOf(receivedAtMs);
      const reply = this.replies.alive(message, time);
      return { replies: [reply], heard: ['heartbeat'], drops: null };
    }
    const asks = message.op === 'reserved' || message.op.endsWith('_request');
    const replies = asks ? [this.replies.general(message, 'unknownOpId')] : [];
    return { replies, heard: ['heartbeat'], drops: null };
  }

  /** A stranger takes no seat; what it asks for is heard, and held back by the flows. */
  private strange(peer: Peer, taken: Taken, message: MultipleMessage): Outcome {
    const heard = this.hear(peer, taken);
    return { replies: [this.replies.inject(message, 'accessDenied')], heard, drops: null };
  }

  private multiple(peer: Peer, taken: Taken, message: MultipleMessage): Outcome {
    if (peer.stranger === true) return this.strange(peer, taken, message);
    const { ok, drops } = this.seats.take(peer, message.dpi_pid_index);
    if (!ok) {
      return { replies: [this.replies.inject(message, 'inUse')], heard: ['rejected'], drops };
    }
    const again = this.twice.find(peer.address, message, taken);
    if (again !== null)
      return { replies: this.answers(message, again), heard: ['duplicate'], drops };
    const heard = this.hear(peer, taken);
    const answer = answerOf(message, taken.receivedAtMs);
    this.twice.keep(peer.address, message, { ...taken, answer });
    return { replies: this.answers(message, answer), heard, drops };
  }

  private answers(message: MultipleMessage, { result, sections }: Answer): Uint8Array[] {
    const first = this.replies.inject(message, result);
    return sections === 0 ? [first] : [first, this.replies.complete(message, sections)];
  }

  private unread(peer: Peer, taken: Taken, code: MessageFaultCode): Outcome {
    const heard = this.hear(peer, taken);
    const [, , , , , as_index = 0, message_number = 0, high = 0, low = 0] = taken.bytes;
    const to = { as_index, message_number, dpi_pid_index: high * 256 + low };
    const result = SIZE_FAULTS.includes(code) ? 'invalidSize' : 'invalidSyntax';
    return { replies: [this.replies.inject(to, result)], heard, drops: null };
  }
}

function answerOf(message: MultipleMessage, receivedAtMs: number): Answer {
  const waitsMs = processInMs(message.timestamp, receivedAtMs);
  if (waitsMs === null) return { result: 'timeTypeUnsupported', sections: 0 };
  if (asksTooMuch(message)) return { result: 'requestFailed', sections: 0 };
  const stood = sectionsOf(message);
  const past = stood.some(({ preRollMs }) => waitsMs + preRollMs < -PAST_MOST_MS);
  if (past) return { result: 'badParameter', sections: 0 };
  const sections = stood.filter(({ section }) => section !== null).length;
  return { result: resultOf(message), sections };
}

function resultOf({ ops }: MultipleMessage): ResultName {
  if (ops.some(({ opID }) => !isKnown(opID))) return 'unknownOpId';
  if (ops.some(({ opID }) => opID === 0x0300 || opID === 0x0301)) return 'encryptionNotSupported';
  if (ops.some(({ splice_insert_type: type }) => type === 0 || Number(type) > 5)) {
    return 'badParameter';
  }
  const small = ops.some(({ splice_insert_type: type, pre_roll_time_ms: ms }) => {
    return type === 1 && Number(ms) > 0 && Number(ms) < LEAST_PRE_ROLL_MS;
  });
  return small ? 'preRollTooSmall' : 'success';
}

function timeOf(wallMs: number): { seconds: number; microseconds: number } {
  const seconds = Math.floor(wallMs / 1_000);
  return { seconds: seconds - TIME_EPOCH_S, microseconds: Math.round(wallMs % 1_000) * 1_000 };
}
