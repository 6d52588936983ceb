// Owns where the fields of a SCTE 104 message lie in its bytes: head, timestamp, operations and the
// fields of the requests that are used most (ANSI/SCTE 104 2023 8.2 and 9.3). Pure. Refuses to
// place what it does not know: such a field has its operation's bytes.
import { Walk, wordAt, type Span, type Spans } from './span';

const HEAD = [
  ['protocol_version', 1],
  ['as_index', 1],
  ['message_number', 1],
  ['dpi_pid_index', 2],
] as const;
const TIMES: Readonly<Record<number, readonly (readonly [string, number])[]>> = {
  1: [
    ['seconds', 4],
    ['microseconds', 2],
  ],
  2: ['hours', 'minutes', 'seconds', 'frames'].map((name) => [name, 1] as const),
  3: [
    ['number', 1],
    ['edge', 1],
  ],
};
const REQUESTS: Readonly<Record<number, readonly (readonly [string, number])[]>> = {
  0x101: [
    ['splice_insert_type', 1],
    ['splice_event_id', 4],
    ['unique_program_id', 2],
    ['pre_roll_time_ms', 2],
    ['break_duration_tenths', 2],
    ['avail_num', 1],
    ['avails_expected', 1],
    ['auto_return_flag', 1],
    ['not_an_entry_flag', 1],
  ],
  0x104: [['pre_roll_time_ms', 2]],
};

function operation(walk: Walk, at: number): void {
  const name = `ops.${at}`;
  const from = walk.at;
  const opID = wordAt(walk.bytes, from);
  walk.take(2, `${name}.opID`, `${name}.op`);
  const end = walk.at + 2 + wordAt(walk.bytes, walk.at);
  walk.take(2, `${name}.data_length`);
  for (const [field, size] of REQUESTS[opID] ?? []) {
    if (walk.at + size > end) break;
    walk.take(size, `${name}.${field}`);
  }
  const type = walk.spans[`${name}.splice_insert_type`];
  if (type !== undefined) walk.spans[`${name}.splice_insert_type_name`] = type;
  walk.spans[name] = [from, end - 1];
  walk.at = end;
}

function multiple(walk: Walk): void {
  walk.take(2, 'messageSize');
  for (const [name, size] of HEAD) walk.take(size, name);
  walk.take(1, 'scte35_protocol_version');
  const from = walk.at;
  const type = walk.take(1, 'timestamp.type');
  for (const [name, size] of TIMES[type] ?? []) walk.take(size, `timestamp.${name}`);
  walk.spans['timestamp'] = [from, walk.at - 1];
  const first = walk.at;
  const count = walk.take(1);
  for (let at = 0; at < count && walk.at < walk.bytes.length; at += 1) operation(walk, at);
  walk.spans['ops'] = [first, walk.at - 1];
}

function single(walk: Walk): void {
  walk.spans['op'] = walk.spans['opID'] ?? [0, 1];
  walk.take(2, 'messageSize');
  walk.take(2, 'result');
  walk.take(2, 'result_extension');
  for (const [name, size] of HEAD) walk.take(size, name);
}

const MULTIPLE = 0xffff;

/** The fields of a message that begins at the first byte. */
export function messageSpans(bytes: Uint8Array): Spans {
  const walk = new Walk(bytes, 0);
  const isMultiple = wordAt(bytes, 0) === MULTIPLE;
  walk.take(2, isMultiple ? 'kind' : 'opID');
  if (isMultiple) multiple(walk);
  else single(walk);
  const fits = ([from, to]: Span): boolean => from <= to && to < bytes.length;
  return Object.fromEntries(Object.entries(walk.spans).filter(([, span]) => fits(span)));
}
