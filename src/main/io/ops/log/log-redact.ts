// Owns what may stand in a log line: facts with secrets taken out, errors made readable, long texts
// cut. Refuses to look at values to guess whether they are secret, save tokens in addresses and
// Authorization texts; what a fact is called decides.

const SECRET_NAME = /token|secret|key|password|authorization|cookie/iu;
const REDACTED = '[redacted]';
const TEXT_MOST = 2_000;
const ITEMS_MOST = 50;
const DEPTH_MOST = 5;

function plainText(text: string): string {
  const open = text
    .replace(/([?&]token=)[^&\s"]+/giu, `$1${REDACTED}`)
    .replace(/(Bearer )\S+/gu, `$1${REDACTED}`);
  return open.length > TEXT_MOST ? `${open.slice(0, TEXT_MOST)}…` : open;
}

function plainError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? { code: plainFact(error.code, depth) } : {};
  const because = cause === undefined ? {} : { cause: plainFact(cause, depth) };
  const lines = stack === undefined ? {} : { stack: plainText(stack) };
  return { name, message: plainText(message), ...code, ...because, ...lines };
}

function plainFact(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  return depth < DEPTH_MOST ? plainObject(value, depth) : '…';
}

function plainObject(value: object, depth: number): unknown {
  if (value instanceof Error) return plainError(value, depth + 1);
  if (Array.isArray(value))
    return value.slice(0, ITEMS_MOST).map((item) => plainFact(item, depth + 1));
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  return plainFacts(value, depth + 1);
}

/** The same facts as a line may carry them. Keys that name a secret keep their name only. */
export function plainFacts(facts: object, depth = 0): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(facts).slice(0, ITEMS_MOST))
    plain[name] = SECRET_NAME.test(name) ? REDACTED : plainFact(value, depth);
  return plain;
}
