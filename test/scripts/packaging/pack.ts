// Owns making a package without a network: electron-builder over a made-up Electron, which has all
// that packing looks at and runs nothing. Refuses to leave anything behind in the project.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPackage } from '@electron/asar';
import { wiredProgram } from './fuses';

export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Text of a file of the project. */
export const ours = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function electronVersion(): string {
  const { version } = JSON.parse(ours('node_modules/electron/package.json')) as {
    version: string;
  };
  return version;
}

async function madeUpElectron(folder: string): Promise<string> {
  const dist = join(folder, 'electron');
  const none = join(folder, 'none');
  for (const path of [join(dist, 'resources'), join(dist, 'locales'), none]) {
    mkdirSync(path, { recursive: true });
  }
  writeFileSync(join(none, 'main.js'), '');
  await createPackage(none, join(dist, 'resources', 'default_app.asar'));
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(dist, name), name);
  writeFileSync(join(dist, 'version'), electronVersion());
  writeFileSync(join(dist, 'locales', 'en-US.pak'), '');
  writeFileSync(join(dist, 'electron'), wiredProgram());
  chmodSync(join(dist, 'electron'), 0o755);
  return dist;
}

/** Runs a program under this Node; gives its exit code and all it said. */
export function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...args], { cwd: ROOT });
    let output = '';
    const heard = (bytes: Buffer): void => void (output += bytes.toString('utf8'));
    child.stdout.on('data', heard);
    child.stderr.on('data', heard);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Packs the project into `folder`; gives the folder of the unpacked app. Throws where it fails. */
export async function pack(folder: string): Promise<string> {
  const built = await run([join(ROOT, 'scripts', 'build.mjs')]);
  if (built.code !== 0) throw new Error(built.output);
  const output = join(folder, 'dist');
  const settings = [
    `-c.electronDist=${await madeUpElectron(folder)}`,
    `-c.directories.output=${output}`,
  ];
  const cli = join(ROOT, 'node_modules', 'electron-builder', 'cli.js');
  const target = ['--dir', '--linux', `--${process.arch}`, '--publish', 'never'];
  const packed = await run([cli, ...target, ...settings]);
  if (packed.code !== 0) throw new Error(packed.output);
  return join(output, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
}
