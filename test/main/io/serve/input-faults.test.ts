// Owns the tests of the sentence for a wrong field: every kind of issue the schemas can raise, and
// that nothing of what was sent comes back.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inputFault } from '../../../../src/main/io/serve/input-faults';

function sentence(schema: z.ZodType, value: unknown): string {
  const read = schema.safeParse(value);
  return inputFault(read.error?.issues ?? []).message;
}

describe('the sentence for a wrong field', () => {
  it.each([
    [z.object({ a: z.string() }), {}, 'The field "a" is missing.'],
    [z.object({ a: z.string() }), { a: 7 }, 'The field "a" must be text.'],
    [z.object({ a: z.number() }), { a: 'x' }, 'The field "a" must be a number.'],
    [z.object({ a: z.coerce.number() }), { a: 'x' }, 'The field "a" must be a number.'],
    [z.object({ a: z.number().int() }), { a: 1.5 }, 'The field "a" must be a whole number.'],
    [z.object({ a: z.boolean() }), { a: 1 }, 'The field "a" must be true or false.'],
    [z.object({ a: z.array(z.string()) }), { a: 1 }, 'The field "a" must be a list.'],
    [z.object({ a: z.number().min(3) }), { a: 1 }, 'The field "a" must be at least 3.'],
    [z.object({ a: z.number().max(3) }), { a: 9 }, 'The field "a" must be at most 3.'],
    [z.string().min(2), 'x', 'The request must have at least 2 characters.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'The request must have at most 1 items.'],
    [z.object({ a: z.enum(['x', 'y']) }), { a: 'z' }, 'The field "a" must be one of: x, y.'],
    [z.strictObject({}), { a: 1 }, 'The request has keys that are not known: a.'],
    [
      z.object({ a: z.string().regex(/^x/u) }),
      { a: 'y' },
      'The field "a" has a value that is not allowed.',
    ],
    [
      z.object({ a: z.string().regex(/^x/u, 'must begin with x') }),
      { a: 'y' },
      'The field "a" must begin with x.',
    ],
    [
      z.object({ a: z.union([z.enum(['x', 'y']), z.literal(7)]) }),
      { a: 'z' },
      'The field "a" must be one of: x, y, 7.',
    ],
    [
      z.object({ a: z.union([z.enum(['x']), z.number()]) }),
      { a: 'z' },
      'The field "a" has a value that is not allowed.',
    ],
    [
      z.object({ a: z.record(z.string().regex(/^x/u, 'must begin with x'), z.number()) }),
      { a: { secret: 1 } },
      'The field "a" has a name that must begin with x.',
    ],
    [
      z.record(z.string().max(2), z.number()),
      { abc: 1 },
      'The request has a name that must have at most 2 characters.',
    ],
    [z.object({ a: z.object({ b: z.string() }) }), { a: {} }, 'The field "a.b" is missing.'],
    [z.object({ a: z.string() }), null, 'The request must be an object.'],
  ])('%#', (schema, value, expected) => {
    expect(sentence(schema, value)).toBe(expected);
  });

  it('says long names again only as far as they are of use', () => {
    const [long, keys] = ['k'.repeat(5_000), Array.from({ length: 50 }, (_, n) => `k${n}`)];
    expect(sentence(z.record(z.string(), z.number()), { [long]: 'x' })).toHaveLength(64 + 30);
    const many = Object.fromEntries([long, ...keys].map((key) => [key, 1]));
    const told = sentence(z.strictObject({}), many);
    expect(told).toMatch(/known: k{64}, k0, k1, k2, k3, k4, k5, k6, k7, k8\.$/u);
  });

  it('names ten fields at most, and never what was sent', () => {
    const issues = Array.from({ length: 50 }, (_, index) => ({ message: 'x', path: [index] }));
    const { data } = inputFault(issues) as { data: { fields: unknown[] } };
    expect(data.fields).toHaveLength(10);
  });
});
