// Holds the order of SCTE 104 messages to its bound: a few in a turn of the loop, connections in
// turn, and nothing lost or left waiting.
import { expect, it } from 'vitest';
import { MESSAGES_A_TURN, Turns } from '../../../../../src/main/io/cues/scte104/turns';
import type { Taken } from '../../../../../src/main/io/cues/scte104/taken';

interface Line {
  readonly name: string;
  readonly queue: Taken[];
}

const line = (name: string): Line => ({ name, queue: [] });
const many = (count: number): Taken[] =>
  Array.from({ length: count }, (_, at) => ({
    bytes: Uint8Array.of(at),
    receivedAtMs: 0,
    receivedMonoMs: 0,
  }));
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('runs a few messages a turn over all connections, one of each in its turn', async () => {
  const run: string[] = [];
  const drained: string[] = [];
  const turns = new Turns<Line>({
    each: ({ name }, { bytes }) => void run.push(`${name}${bytes[0]}`),
    drained: ({ name }) => void drained.push(name),
  });
  turns.add(line('a'), many(20));
  turns.add(line('b'), many(2));
  expect(run).toEqual(['a0', 'a1', 'a2', 'a3']);
  const perTurn: number[] = [];
  for (let before = run.length; drained.length < 2; before = run.length) {
    await turn();
    perTurn.push(run.length - before);
  }
  expect(Math.max(...perTurn)).toBe(MESSAGES_A_TURN);
  expect(run.slice(4, 8)).toEqual(['a4', 'b0', 'a5', 'b1']);
  expect(drained).toEqual(['b', 'a']);
  expect(run).toHaveLength(22);
});
