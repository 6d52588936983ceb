// Owns proof of asking the host for a port: taken where the host answers, nothing where it does
// not, and never from another window. Refuses a browser: a window is an event target that can post.
import { MessageChannel } from 'node:worker_threads';
import { expect, it } from 'vitest';
import {
  askForPort,
  PORT_WORD,
  type AskedWindow,
} from '../../../src/renderer/src/link/engine-port';

type Hear = (event: MessageEvent) => void;

function windowThat(answers: (say: (part: Partial<MessageEvent>) => void) => void) {
  const hearers = new Set<Hear>();
  const asked: string[] = [];
  const page: AskedWindow = {
    location: { origin: 'app://console' },
    postMessage: (message, origin) => {
      asked.push(`${message} ${origin}`);
      answers((part) => {
        for (const hear of [...hearers]) hear({ source: page, ports: [], ...part } as MessageEvent);
      });
    },
    addEventListener: (_, hear) => hearers.add(hear),
    removeEventListener: (_, hear) => hearers.delete(hear),
  };
  return { page, asked, hearers };
}

const port = (): MessagePort => new MessageChannel().port1 as unknown as MessagePort;

it('takes the port the host hands over, and listens no longer', async () => {
  const offered = port();
  const { page, asked, hearers } = windowThat((say) => {
    say({ data: `${PORT_WORD}?` });
    say({ data: PORT_WORD, ports: [offered] });
  });
  expect(await askForPort(page, 1_000)).toBe(offered);
  expect(asked).toEqual(['engine-port? app://console']);
  expect(hearers.size).toBe(0);
});

it('gives none where nobody answers, or only another window does', async () => {
  const silent = windowThat(() => undefined);
  expect(await askForPort(silent.page, 5)).toBeNull();
  const foreign = windowThat((say) => {
    say({ source: null, data: PORT_WORD, ports: [port()] });
  });
  expect(await askForPort(foreign.page, 5)).toBeNull();
  expect(foreign.hearers.size).toBe(0);
});
