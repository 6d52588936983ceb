// Owns the proof that a command builds what it needs and no more, keeps standard output clean, and
// is as good as the program itself: flags, exit code and signals go through.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeScratch, type Scratch } from './scratch';

let scratch: Scratch;

const CONFIG = `
  import { resolve } from 'node:path';
  const input = { cue: resolve(import.meta.dirname, 'src/cue.ts') };
  const output = { format: 'es', entryFileNames: '[name].js' };
  export default { main: { build: { rolldownOptions: { input, output } } } };
`;

beforeEach(() => {
  scratch = makeScratch();
  scratch.write('electron.vite.config.ts', CONFIG);
  scratch.write('src/cue.ts', 'console.log(JSON.stringify(process.argv.slice(2)));\n');
});

afterEach(() => scratch.remove());

const cue = ['scripts/run.mjs', 'cue'];

describe('a command', () => {
  it('builds first, and says so on standard error alone', async () => {
    const first = await scratch.run([...cue, '--a', 'b c']);
    expect(first).toMatchObject({ code: 0, out: '["--a","b c"]\n' });
    expect(first.err).toContain('Building.');
    expect(await scratch.run(cue)).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  it('builds again when a source is changed, new or gone, and tidies up', async () => {
    await scratch.run(cue);
    scratch.write('src/cue.ts', "import './more';\nconsole.log('two');\n");
    scratch.write('src/more.ts', "console.log('one');\n");
    expect((await scratch.run(cue)).out).toBe('one\ntwo\n');
    rmSync(join(scratch.folder, 'src/more.ts'));
    expect(await scratch.run(cue)).toMatchObject({ code: 2, out: '' });
    expect(readdirSync(scratch.folder).filter((name) => name.startsWith('out'))).toEqual(['out']);
  });

  it('keeps the last build when a new one fails', async () => {
    await scratch.run(cue);
    scratch.write('src/cue.ts', 'this is no program(\n');
    const { code, err } = await scratch.run(cue);
    expect(code).toBe(2);
    expect(err).toContain('The build ended with');
    expect(existsSync(join(scratch.folder, 'out/main/cue.js'))).toBe(true);
  });

  it('waits for another that builds', async () => {
    const both = await Promise.all([scratch.run(cue), scratch.run(cue)]);
    expect(both.map(({ out }) => out)).toEqual(['[]\n', '[]\n']);
    const said = both.map(({ err }) => err).join('');
    expect(said.match(/Building\./gu)?.length).toBe(1);
  });

  it('ends as its program ends', async () => {
    scratch.write('src/cue.ts', 'process.exit(37);\n');
    expect((await scratch.run(cue)).code).toBe(37);
    const unknown = await scratch.run(['scripts/run.mjs', 'nothing']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('There is no program named "nothing".');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('hands on %s', async (signal) => {
    const onSignal = `process.on('${signal}', () => { console.log('end'); process.exit(5); });`;
    scratch.write('src/cue.ts', `${onSignal}\nsetInterval(() => {}, 1e3);\nconsole.log('up');\n`);
    const child = scratch.start(cue);
    let out = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      out += bytes.toString('utf8');
      if (out === 'up\n') child.kill(signal);
    });
    const [code] = (await once(child, 'close')) as [number | null];
    expect({ code, out }).toEqual({ code: 5, out: 'up\nend\n' });
  });
});

describe('a command under npm', () => {
  /** Starts the command as npm does: in a shell that waits for it. */
  const underNpm = () => {
    const env = { ...process.env, npm_lifecycle_event: 'cue' };
    const line = `"${process.execPath}" scripts/run.mjs cue; echo shell`;
    return spawn('sh', ['-c', line], { cwd: scratch.folder, env, stdio: 'pipe' });
  };

  it.skipIf(process.platform === 'win32')(
    'ends with the shell that npm put around it',
    async () => {
      const onSignal = "process.on('SIGTERM', () => { console.log('end'); process.exit(0); });";
      scratch.write('src/cue.ts', `${onSignal}\nsetInterval(() => {}, 1e3);\nconsole.log('up');\n`);
      const shell = underNpm();
      let out = '';
      shell.stdout.on('data', (bytes: Buffer) => {
        out += bytes.toString('utf8');
        if (out === 'up\n') shell.kill('SIGKILL');
      });
      await once(shell, 'close');
      expect(out).toBe('up\nend\n');
    },
  );
});

describe('npm start', () => {
  it('says in one line why there is no window, and starts the engine instead', async () => {
    scratch.write('electron.vite.config.ts', CONFIG.replaceAll('cue', 'headless'));
    cpSync(join(scratch.folder, 'src/cue.ts'), join(scratch.folder, 'src/headless.ts'));
    await scratch.run(['scripts/build.mjs']);
    const noScreen = { DISPLAY: '', WAYLAND_DISPLAY: '' };
    const { code, out, err } = await scratch.run(
      ['scripts/start.mjs', '--mode', 'setup'],
      noScreen,
    );
    expect({ code, out }).toEqual({ code: 0, out: '["--mode","setup"]\n' });
    if (process.platform === 'linux') expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/^No window: .+\. Starting the engine for a browser instead\.\n$/u);
  });
});

describe('the project itself', () => {
  it('names in its commands only scripts that exist', async () => {
    const { scripts } = (
      (await import('../../package.json')) as { default: { scripts: Record<string, string> } }
    ).default;
    const named = Object.values(scripts).flatMap(
      (line) => line.match(/scripts\/[\w-]+\.mjs/gu) ?? [],
    );
    expect(named.length).toBeGreaterThan(5);
    const root = fileURLToPath(new URL('../..', import.meta.url));
    for (const path of named) expect(existsSync(join(root, path)), path).toBe(true);
  });
});
