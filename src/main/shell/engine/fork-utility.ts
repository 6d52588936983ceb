// Owns the engine as Electron's utility process, seen through the small face that supervision
// knows. Refuses Electron's own kill while there is a process id: it waits in the main thread.
import { join } from 'node:path';
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import type { Forked } from './forked';

function killNow(child: UtilityProcess): void {
  const { pid } = child;
  if (pid === undefined) {
    child.kill();
    return;
  }
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Gone already: its exit is on its way.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') child.kill();
  }
}

/** Forks out/main/engine.js with these flags. */
export function forkUtility(flags: readonly string[]): Forked<MessagePortMain> {
  const program = join(import.meta.dirname, 'engine.js');
  const child = utilityProcess.fork(program, [...flags], { serviceName: 'Cuebid engine' });
  return {
    post: (word, ports = []) => child.postMessage(word, [...ports]),
    onWord: (tell) => child.on('message', tell),
    onExit: (tell) => child.once('exit', tell),
    kill: () => killNow(child),
  };
}
