// Owns the proof that the guides for encoders are true where that can be tried: their snippets are
// run against a real engine, their commands are orders the programs take, and their links lead
// somewhere.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configSchema } from '../../src/contract/host/config';
import { orderOf } from '../../src/main/tools/cue/flags';
import { replayOrderOf } from '../../src/main/tools/replay/flags';
import { startEngine, type TestEngine } from '../e2e/engine';
import { tempDir } from '../fixtures/temp-dir';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GUIDES = readdirSync(join(ROOT, 'docs/encoders')).map((name) => `docs/encoders/${name}`);
const PAGES = ['README.md', 'docs/encoders.md', 'docs/operations.md', ...GUIDES];

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** The code blocks of a page in a language. */
function blocks(page: string, language: string): readonly string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n(?<code>[\\s\\S]*?)^\`\`\`$`, 'gmu');
  return [...read(page).matchAll(fence)].map((match) => match.groups?.['code'] ?? '');
}

function commands(program: string): readonly (readonly [string, string])[] {
  const begins = `npm run ${program} -- `;
  return PAGES.flatMap((page) =>
    ['sh', ''].flatMap((language) =>
      blocks(page, language)
        .flatMap((code) => code.split('\n'))
        .filter((line) => line.startsWith(begins))
        .map((line) => [page, line.slice(begins.length)] as const),
    ),
  );
}

const PYTHON = 'python3';
const hasPython = spawnSync(PYTHON, ['--version']).status === 0;

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ flags: ['--mode', 'rehearsal'] });
});

afterAll(async () => {
  expect({ code: await engine.stop(), said: engine.said() }).toEqual({ code: 0, said: '' });
});

/** Runs a snippet of the page for custom UDP; what it said on standard error. */
async function ran(language: 'js' | 'python'): Promise<string> {
  const [code = '', ...more] = blocks('docs/encoders/custom-udp.md', language);
  expect(more).toEqual([]);
  const file = join(tempDir('guide'), language === 'js' ? 'cue.mjs' : 'cue.py');
  writeFileSync(file, code);
  const program = language === 'js' ? process.execPath : PYTHON;
  return new Promise((resolve) => {
    const words = [file, '127.0.0.1', String(engine.udpPort)];
    execFile(program, words, (_, __, stderr) => resolve(stderr));
  });
}

async function markers(eventType: string): Promise<readonly string[]> {
  const { json } = await engine.call('GET', '/scte/markers?limit=500');
  const { items } = json as { items: { eventType: string; status: string }[] };
  return items.filter((one) => one.eventType === eventType).map(({ status }) => status);
}

/** Resolves once the engine has heard so many datagrams. */
async function heard(packets: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const { json } = await engine.call('GET', '/api/live-stats');
        return (json as { listeners: { packets: number }[] }).listeners[0]?.packets;
      },
      { timeout: 5_000 },
    )
    .toBe(packets);
}

describe('the page for custom UDP', () => {
  it('has a snippet in JavaScript that gives one marker and two copies', async () => {
    expect(await ran('js')).toBe('');
    await heard(3);
    expect(await markers('goal_scored')).toEqual(['ACCEPTED', 'DUPLICATE', 'DUPLICATE']);
  });

  it.skipIf(!hasPython)('has one in Python that does the same', async () => {
    expect(await ran('python')).toBe('');
    await heard(6);
    expect(await markers('spectacular_save')).toEqual(['ACCEPTED', 'DUPLICATE', 'DUPLICATE']);
  });
});

describe('the commands of the guides', () => {
  it.each(commands('cue'))('%s: npm run cue -- %s', (_, line) => {
    expect(() => orderOf(line.split(' '), {})).not.toThrow();
  });

  it.each(commands('replay'))('%s: npm run replay -- %s', (_, line) => {
    expect(() => replayOrderOf(line.split(' '), {})).not.toThrow();
  });

  it('are there', () => {
    expect(commands('cue').length).toBeGreaterThan(8);
    expect(commands('replay').length).toBeGreaterThan(0);
  });
});

describe('the settings of the guides', () => {
  it.each(PAGES.flatMap((page) => blocks(page, 'json').map((code) => [page, code] as const)))(
    '%s are settings the engine takes',
    (_, code) => {
      expect(configSchema.safeParse(JSON.parse(code)).error).toBeUndefined();
    },
  );
});

describe('the links of the guides', () => {
  it.each(PAGES)('%s leads only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?<to>[^)#:]+)\)/gu)];
    const lost = links
      .map((link) => link.groups?.['to'] ?? '')
      .filter((to) => !existsSync(join(ROOT, dirname(page), to)));
    expect(lost).toEqual([]);
  });

  it('reach every guide from the first page', () => {
    const first = read('docs/encoders.md');
    expect(GUIDES.filter((page) => !first.includes(`(${page.slice('docs/'.length)})`))).toEqual([]);
  });
});
