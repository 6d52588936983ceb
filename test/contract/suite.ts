// Owns what every way to the engine must do alike: lists, single rows, faults, commands and feeds,
// through a typed client. Refuses to know which engine or which way it is; the engine it is given
// is in REHEARSAL with nobody to buy on air, and has a sold auction with its settlement.
import { afterAll, beforeAll, describe } from 'vitest';
import type { Engine, Log } from '../../src/main/flow/ports';
import { hostClock } from '../../src/main/io/ops/clock';
import { createBoard, type PulledBoard } from '../../src/main/io/serve/board';
import { createRouter } from '../../src/main/io/serve/router';
import { commandBehaviour } from './behaviours/commands';
import { feedBehaviour } from './behaviours/feeds';
import { inspectorBehaviour } from './behaviours/inspector';
import { questionBehaviour } from './behaviours/questions';
import type { Link, OpenLink } from './links';
import type { Stage } from './behaviours/stage';

/** An engine to run the suite on, its board (a fresh one if it has none), and its end. */
export interface Subject {
  readonly engine: Engine;
  readonly board?: PulledBoard;
  readonly close?: () => Promise<unknown>;
}

/** A log that keeps nothing; the suite looks at answers, not at lines. */
export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Runs all behaviours over one way. `makeSubject` is called once, before the first test. */
export function contractSuite(
  way: string,
  openLink: OpenLink,
  makeSubject: () => Promise<Subject>,
): void {
  describe(`the contract over ${way}`, () => {
    const stage = {} as Stage;
    const closers: (() => unknown)[] = [];

    beforeAll(async () => {
      const subject = await makeSubject();
      const clock = hostClock();
      const board = subject.board ?? createBoard({ clock, epoch: 'first' });
      const about = { version: '0.0.0-test', uptimeMs: () => 1_000, log: silentLog };
      const router = createRouter(subject.engine, board, about);
      const link: Link = await openLink(router, silentLog);
      closers.push(() => subject.close?.(), link.close, board.close);
      const client = await link.connect();
      Object.assign(stage, { client, connect: link.connect, engine: subject.engine, board });
    });
    afterAll(async () => {
      for (const close of closers.reverse()) await close();
    });

    questionBehaviour(stage);
    commandBehaviour(stage);
    inspectorBehaviour(stage);
    feedBehaviour(stage);
  });
}
