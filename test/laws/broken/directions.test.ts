// Owns the proof that the table of directions is held row by row, and core's order with it.
// Refuses a row without a case each way.
import { describe, expect, it } from 'vitest';
import { contractTypesOnly, coreOrder, directions } from '../directions';
import { project } from './made-up';

const HOUSE = {
  'src/contract/api.ts': '',
  'src/main/core/lib/money.ts': '',
  'src/main/core/auction/decide.ts': '',
  'src/main/flow/ports.ts': '',
  'src/main/flow/ports/doors.ts': '',
  'src/main/flow/truck/truck.ts': '',
  'src/main/io/cues/listener.ts': '',
  'src/main/io/store/open-store.ts': '',
  'src/main/tools/cue.ts': '',
  'src/main/shell/window.ts': '',
  'src/main/compose.ts': '',
  'src/preload/index.ts': '',
  'src/renderer/src/main.tsx': '',
};

/** What the law says when `from` imports `written`. */
function said(from: string, written: string): readonly string[] {
  return directions(project({ ...HOUSE, [from]: `import '${written}';` }));
}

describe('directions', () => {
  it.each([
    ['src/contract/api.ts', '@orpc/contract'],
    ['src/contract/api.ts', 'zod'],
    ['src/main/core/auction/decide.ts', '../lib/money'],
    ['src/main/flow/truck/truck.ts', '../../core/lib/money'],
    ['src/main/io/cues/listener.ts', 'node:dgram'],
    ['src/main/io/cues/listener.ts', '../../flow/ports'],
    ['src/main/io/cues/listener.ts', '../../flow/ports/doors'],
    ['src/main/io/cues/listener.ts', '../../core/lib/money'],
    ['src/main/tools/cue.ts', '../io/store/open-store'],
    ['src/main/shell/window.ts', 'electron'],
    ['src/main/index.ts', 'electron'],
    ['src/main/index.ts', './shell/window'],
    ['src/main/compose.ts', './io/cues/listener'],
    ['src/main/headless.ts', './compose'],
    ['src/preload/index.ts', 'electron'],
    ['src/renderer/src/main.tsx', 'react'],
    ['src/renderer/src/main.tsx', '../../contract/api'],
  ])('%s may import %s', (from, written) => {
    expect(said(from, written)).toEqual([]);
  });

  it.each([
    ['src/contract/api.ts', 'react'],
    ['src/contract/api.ts', '../main/core/lib/money'],
    ['src/main/core/lib/money.ts', 'zod'],
    ['src/main/core/lib/money.ts', 'fs'],
    ['src/main/core/lib/money.ts', '../../flow/ports'],
    ['src/main/flow/truck/truck.ts', 'zod'],
    ['src/main/flow/truck/truck.ts', 'node:fs'],
    ['src/main/flow/truck/truck.ts', '../../io/cues/listener'],
    ['src/main/io/cues/listener.ts', '../store/open-store'],
    ['src/main/io/cues/listener.ts', '../../flow/truck/truck'],
    ['src/main/io/cues/listener.ts', '../../compose'],
    ['src/main/io/cues/listener.ts', 'electron'],
    ['src/main/tools/cue.ts', '../io/cues/listener'],
    ['src/main/tools/cue.ts', '../flow/truck/truck'],
    ['src/main/shell/window.ts', '../core/lib/money'],
    ['src/main/headless.ts', 'electron'],
    ['src/main/headless.ts', './shell/window'],
    ['src/preload/index.ts', 'node:fs'],
    ['src/preload/index.ts', 'react'],
    ['src/renderer/src/main.tsx', 'electron'],
    ['src/renderer/src/main.tsx', 'node:fs'],
    ['src/renderer/src/main.tsx', '../../main/core/lib/money'],
  ])('%s may not import %s', (from, written) => {
    expect(said(from, written)).toHaveLength(1);
  });

  it('sees every way to import', () => {
    const ways = [
      "export { a } from 'zod';",
      "export * from 'zod';",
      "const a = import('zod');",
      "const b = require('zod');",
      "import c = require('zod');",
      "let d: import('zod').E;",
      "import type { F } from 'zod';",
    ];
    for (const text of ways) {
      expect(directions(project({ 'src/main/core/lib/a.ts': text })), text).toHaveLength(1);
    }
  });

  it('lets no file lie outside the house', () => {
    expect(directions(project({ 'src/elsewhere/a.ts': '' }))).toEqual([
      'src/elsewhere/a.ts: belongs to no part of the house',
    ]);
  });
});

describe('the order of core', () => {
  it('is downward', () => {
    const down = { ...HOUSE, 'src/main/core/auction/decide.ts': "import '../lib/money';" };
    expect(coreOrder(project(down))).toEqual([]);
    const up = { ...HOUSE, 'src/main/core/lib/money.ts': "\nimport '../auction/decide';" };
    expect(coreOrder(project(up))).toEqual([
      'src/main/core/lib/money.ts:2: upward to src/main/core/auction/decide.ts',
    ]);
  });

  it('knows every folder of core', () => {
    expect(coreOrder(project({ 'src/main/core/odds/a.ts': '' }))).toEqual([
      "src/main/core/odds/a.ts: lies in none of core's folders",
    ]);
  });
});

describe('what core takes from the contract', () => {
  const told = (text: string): readonly string[] =>
    contractTypesOnly(project({ ...HOUSE, 'src/main/core/lib/money.ts': text }));

  it('is types', () => {
    expect(told("import type { A } from '../../../contract/api';")).toEqual([]);
    expect(told("import { type A } from '../../../contract/api';")).toEqual([]);
    expect(told("import { type A, b } from '../../../contract/api';")).toHaveLength(1);
    expect(told("import '../../../contract/api';")).toHaveLength(1);
    expect(told("export { a } from '../../../contract/api';")).toHaveLength(1);
  });
});
