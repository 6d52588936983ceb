// Owns the proof that lost imports, cycles, dead files and a built program that loads Electron are
// found.
import { describe, expect, it } from 'vitest';
import { loadsElectron } from '../bundle';
import { importsResolve, noCycles, noDeadFiles } from '../graph';
import { project } from './made-up';

describe('imports', () => {
  it('lead to a file, with or without its ending, or to a folder that has an index', () => {
    const files = {
      'src/a.ts': "import './b';\nimport './c.css?inline';\nimport '../src/d';\nimport 'zod';",
      'src/b.tsx': '',
      'src/c.css': '',
      'src/d/index.ts': '',
    };
    expect(importsResolve(project(files))).toEqual([]);
  });

  it('that lead nowhere are found', () => {
    expect(importsResolve(project({ 'src/a.ts': "\nimport './b';" }))).toEqual([
      'src/a.ts:2: nothing at "./b"',
    ]);
  });
});

describe('cycles', () => {
  it('are found whole, through types too', () => {
    const files = {
      'src/a.ts': "import './b';",
      'src/b.ts': "import type { C } from './c';",
      'src/c.ts': "export * from './b';",
    };
    expect(noCycles(project(files))).toEqual(['src/b.ts -> src/c.ts -> src/b.ts: a cycle']);
  });

  it('are not made of two ways to one file', () => {
    const files = {
      'src/a.ts': "import './b'; import './c';",
      'src/b.ts': "import './d';",
      'src/c.ts': "import './d';",
      'src/d.ts': '',
    };
    expect(noCycles(project(files))).toEqual([]);
  });
});

describe('dead files', () => {
  const files = {
    'electron.vite.config.ts': "const a = { x: 'src/x.ts', page: 'src/renderer/index.html' };",
    'src/x.ts': "import './y';",
    'src/y.ts': "const z = import('./z');",
    'src/z.ts': '',
    'src/renderer/index.html': '<script type="module" src="./src/main.tsx"></script>',
    'src/renderer/src/main.tsx': "import './look.css';",
    'src/renderer/src/look.css': '',
  };

  it('are those that no program reaches', () => {
    expect(noDeadFiles(project(files))).toEqual([]);
    expect(noDeadFiles(project({ ...files, 'src/renderer/env.d.ts': '' }))).toEqual([]);
    const more = { ...files, 'src/lost.ts': "import './x';", 'src/renderer/src/lost.css': '' };
    expect(noDeadFiles(project(more))).toEqual([
      'src/lost.ts: no program reaches it',
      'src/renderer/src/lost.css: no program reaches it',
    ]);
  });
});

describe('a built program', () => {
  const built = {
    'headless.js': 'import { a } from "./chunk-1.js";\nimport fs from "node:fs";',
    'chunk-1.js': 'const b = await import("./chunk-2.js");',
    'chunk-2.js': 'export const c = 1;',
    'index.js': 'import { app } from "electron";',
  };

  it('may not reach Electron through its chunks', () => {
    expect(loadsElectron(project(built), 'headless.js')).toEqual([]);
    for (const text of ['import "electron";', 'await import("electron/main");']) {
      const tree = project({ ...built, 'chunk-2.js': text });
      expect(loadsElectron(tree, 'headless.js'), text).toHaveLength(1);
    }
    expect(loadsElectron(project(built), 'index.js')).toEqual(['index.js:1: loads electron']);
  });

  it('must be there, and must not be empty', () => {
    expect(loadsElectron([], 'headless.js')).toHaveLength(1);
    expect(loadsElectron(project({ 'headless.js': '' }), 'headless.js')).toHaveLength(1);
  });
});
