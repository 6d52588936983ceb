// Owns the rule that only one process does a piece of work at a time while others wait for it. A
// lock is a file with its owner in it. It is void when that owner is dead, and, since a process id
// may be in use again or belong to another machine, also when its owner has not touched it lately.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const TOUCH_MS = 2_000;
const VOID_AFTER_MS = 20_000;
const LOOK_AGAIN_MS = 100;

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Whether the lock at `path` binds nobody any more; a lock that is gone counts as void. */
function isVoid(path) {
  try {
    const [pid, host] = readFileSync(path, 'utf8').split('\n');
    if (host === hostname() && !alive(Number(pid))) return true;
    return Date.now() - statSync(path).mtimeMs > VOID_AFTER_MS;
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
}

/** Makes the lock in one step, with its owner in it. False where there is one already. */
function claim(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, `${process.pid}\n${hostname()}\n`);
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes a void lock. Two who find it void at once take turns, so no fresh lock is removed. */
function clear(path) {
  const broom = `${path}.broom`;
  if (!claim(broom)) {
    if (isVoid(broom)) rmSync(broom, { force: true });
    return;
  }
  try {
    if (isVoid(path)) rmSync(path, { force: true });
  } finally {
    rmSync(broom, { force: true });
  }
}

/**
 * Does `work` while holding the lock at `path`; `waiting` is called once if another holds it.
 * Gives what `work` gives.
 */
export async function alone(path, work, waiting = () => {}) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !claim(path);) {
    if (isVoid(path)) {
      clear(path);
      continue;
    }
    if (!told) waiting();
    told = true;
    await sleep(LOOK_AGAIN_MS);
  }
  const touching = setInterval(() => utimesSync(path, new Date(), new Date()), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(path, { force: true });
  }
}
