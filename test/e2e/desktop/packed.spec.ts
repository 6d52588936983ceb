// Owns proof that a packed copy runs: its engine starts out of the archive, with its native module
// and its threads, and answers. Its runtime takes no debugger, so it is looked at from outside.
// Skipped by name where CUEBID_PACKAGED names no copy.
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { ownFlags, packaged, startPackaged } from './runtime';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.skip(packaged === null, 'CUEBID_PACKAGED names no packed copy');

test('a packed copy starts its engine out of the archive and answers', async () => {
  const port = await freePort();
  const child = startPackaged(packaged ?? '', ownFlags(`127.0.0.1:${port}`));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const status = (): Promise<number> =>
    fetch(`http://127.0.0.1:${port}/health`).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(status, { timeout: 30_000 }).toBe(200);
  child.kill();
  await gone;
  await expect.poll(status).toBe(0);
});
