// Owns the closed list of what can be wrong with an SCTE 104 message, and where. Refuses sentences:
// those stand in the contract.

/** Every fault of a message. */
export const MESSAGE_FAULTS = [
  'too_short',
  'opid',
  'message_size_too_small',
  'incomplete',
  'extra_bytes',
  'protocol_version',
  'time_type',
  'truncated',
  'trailing_in_message',
] as const;
export type MessageFaultCode = (typeof MESSAGE_FAULTS)[number];

/** What is wrong and at which byte of the message. */
export interface MessageFault {
  readonly ok: false;
  readonly code: MessageFaultCode;
  readonly offset: number;
}

/** Makes a fault. */
export function messageFault(code: MessageFaultCode, offset: number): MessageFault {
  return { ok: false, code, offset };
}
