// Owns the sentence for a wrong field: schema issues in, one `invalid_input` fault out that names
// the field and says in plain words what it must be. Refuses to echo the value that was sent.
import { fault, type Fault } from '../../../contract/faults';

/** Fields named in one answer; a body of a million wrong items does not make an answer of them. */
const FIELDS_MOST = 10;
/** Of a name that somebody sent, so much is said again. */
const NAME_MOST = 64;

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
  /** What is wrong with a name in a map. */
  readonly issues?: readonly Issue[];
  /** What is wrong by each of the forms a field may have. */
  readonly errors?: readonly (readonly Issue[])[];
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

function fieldOf({ code, path = [] }: Issue): string {
  // The last part of a wrong name's path is the name itself.
  const known = code === 'invalid_key' ? path.slice(0, -1) : path;
  return known.map((part) => clipped(typeof part === 'object' ? part.key : part)).join('.');
}

function clipped(name: PropertyKey): string {
  return String(name).slice(0, NAME_MOST);
}

/** The values a field may have, whatever its form; empty where some form is no list of values. */
function valuesOf(issue: Issue): readonly unknown[] {
  if (issue.code === 'invalid_value') return issue.values ?? [];
  const forms = (issue.errors ?? []).map(([only, ...more]) =>
    only === undefined || more.length > 0 || only.path?.length ? [] : valuesOf(only),
  );
  return forms.every((values) => values.length > 0) ? [...new Set(forms.flat())] : [];
}

/** Our own schemas say what a field must be; the library's words are not for a producer. */
function ownWords({ message }: Issue): string {
  return message.startsWith('must ') ? message : 'has a value that is not allowed';
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
    case 'invalid_union': {
      const values = valuesOf(issue);
      return values.length === 0 ? ownWords(issue) : `must be one of: ${values.join(', ')}`;
    }
    case 'unrecognized_keys': {
      const keys = (issue.keys ?? []).slice(0, FIELDS_MOST).map(clipped);
      return `has keys that are not known: ${keys.join(', ')}`;
    }
    case 'invalid_key': {
      const [why] = issue.issues ?? [];
      return why === undefined ? ownWords(issue) : `has a name that ${problemOf(why)}`;
    }
    default:
      return ownWords(issue);
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
