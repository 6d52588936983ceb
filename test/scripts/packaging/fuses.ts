// Owns which fuses of Electron's runtime are on and which are off, apart from the file that flips
// them. Typed so that a fuse that is new to the builder does not compile until it is decided on.
import type { FuseOptionsV1 } from 'app-builder-lib';

/** What electron-builder.yml must say, no more and no less. */
export const FUSES: Required<FuseOptionsV1> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
};

/** The fuses in the order of the wire in Electron's binary. */
export const WIRE = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const satisfies readonly (keyof FuseOptionsV1)[];

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;

/** A program with a wire of fuses in it, all on, as Electron's binary has one. */
export function wiredProgram(): Buffer {
  const states = Buffer.alloc(WIRE.length, '1');
  const head = Buffer.from([VERSION, WIRE.length]);
  return Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), Buffer.from(SENTINEL), head, states]);
}

/** What the wire in a program says, by fuse. */
export function readWire(program: Buffer): Record<string, boolean> {
  const at = program.indexOf(SENTINEL) + SENTINEL.length + 2;
  return Object.fromEntries(WIRE.map((name, index) => [name, program[at + index] === 0x31]));
}
