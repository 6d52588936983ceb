// Owns the sentence for a wrong field: schema issues in, one `invalid_input` fault out that names
// the field and says in plain words what it must be. Refuses to echo the value that was sent.
import { fault, type Fault } from '../../../contract/faults';

/** Fields named in one answer; a body of a million wrong items does not make an answer of them. */
const FIELDS_MOST = 10;

/** What a schema reports; only the keys read here. */
export interface Issue {
  readonly code?: string;
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly expected?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly origin?: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function fieldOf(issue: Issue): string {
  const parts = (issue.path ?? []).map((part) =>
    String(typeof part === 'object' ? part.key : part),
  );
  return parts.join('.');
}

function limitText(issue: Issue, side: 'least' | 'most'): string {
  const limit = String(side === 'least' ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') return `must have at ${side} ${limit} characters`;
  if (issue.origin === 'array') return `must have at ${side} ${limit} items`;
  return `must be at ${side} ${limit}`;
}

/** What is wrong with the field, as the end of a sentence that begins with its name. */
function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is missing';
      return `must be ${KINDS[issue.expected ?? ''] ?? issue.expected ?? 'of another type'}`;
    case 'too_small':
      return limitText(issue, 'least');
    case 'too_big':
      return limitText(issue, 'most');
    case 'invalid_value':
      return `must be one of: ${(issue.values ?? []).join(', ')}`;
    case 'unrecognized_keys':
      return `has keys that are not known: ${(issue.keys ?? []).join(', ')}`;
    default:
      return 'has a value that is not allowed';
  }
}

/** The fault for a refused input. `data.fields` lists the first wrong fields with what is wrong. */
export function inputFault(issues: readonly Issue[]): Fault {
  const fields = issues
    .slice(0, FIELDS_MOST)
    .map((issue) => ({ field: fieldOf(issue), problem: problemOf(issue) }));
  const [first] = fields;
  const subject = first?.field ? `The field "${first.field}"` : 'The request';
  return fault('invalid_input', first && `${subject} ${first.problem}.`, { fields });
}
