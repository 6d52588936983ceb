// Owns serving the router over a message port: Electron's MessagePortMain, a worker's MessagePort
// or a DOM MessagePort. Refuses to know which one it is beyond how it tells of messages. The window
// at the other end was checked by whoever handed the port over; it speaks as the owner.
import type { Caller, Log } from '../../flow/ports';
import type { ApiRouter } from './router';
import { createLines } from './rpc-line';

/** Frames that are no frames, after which a port is closed. */
const GARBAGE_MOST = 8;

interface MessageEventLike {
  readonly data?: unknown;
}

/** What the three kinds of port have in common. Text travels; bytes are base64 in it. */
export type PortLike = {
  postMessage: (message: string) => void;
  start?: () => void;
  close: () => void;
} & (
  | {
      addEventListener: (
        event: 'message' | 'close',
        tell: (event: MessageEventLike) => void,
      ) => void;
    }
  | { on: (event: 'message' | 'close', tell: (event: MessageEventLike) => void) => unknown }
);

/** Who speaks over a port and where its faults are logged. */
export interface PortSettings {
  readonly log: Log;
  readonly caller?: Caller;
  /** The id its log lines carry. */
  readonly requestId?: string;
}

function listen(port: PortLike, event: 'message' | 'close', tell: (data: unknown) => void): void {
  const heard = (happened: MessageEventLike | undefined): void => tell(happened?.data);
  if ('addEventListener' in port) port.addEventListener(event, heard);
  else port.on(event, heard);
}

/** Serves the router over the port until either side closes it. Gives the close. */
export function servePort(port: PortLike, router: ApiRouter, settings: PortSettings) {
  const { log, caller = { actor: 'owner' }, requestId = 'port' } = settings;
  const line = createLines(router).open({
    send: (text) => port.postMessage(text),
    caller,
    requestId,
  });
  let garbage = 0;
  const close = (): void => {
    line.close();
    port.close();
  };
  listen(port, 'message', (frame) => {
    if (line.hear(frame)) return;
    garbage += 1;
    if (garbage === 1) log.warn('port_frame_refused', { requestId });
    if (garbage >= GARBAGE_MOST) close();
  });
  listen(port, 'close', () => line.close());
  port.start?.();
  return { close };
}
