// Owns the WebSocket to the engine that served this page: same origin, path /rpc. The session is an
// HttpOnly cookie, so no token is ever seen here. Refuses to wait for an opening without end, and
// to throw at whoever calls off a question on a link that is gone.

/** Where the engine listens, told from where the page came from. */
export function rpcAddress(origin: { readonly protocol: string; readonly host: string }): string {
  return `${origin.protocol === 'https:' ? 'wss' : 'ws'}://${origin.host}/rpc`;
}

/** Opens a socket; null when it closes, fails or takes longer than the deadline before opening. */
export function openSocket(address: string, deadlineMs: number): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address);
    const settle = (opened: WebSocket | null): void => {
      clearTimeout(timer);
      socket.removeEventListener('open', opens);
      socket.removeEventListener('close', fails);
      if (opened === null) socket.close();
      resolve(opened);
    };
    const opens = (): void => {
      settle(socket);
    };
    const fails = (): void => {
      settle(null);
    };
    const timer = setTimeout(fails, deadlineMs);
    socket.addEventListener('open', opens);
    socket.addEventListener('close', fails);
  });
}

/** Ends when the socket has closed; gives the reason the engine stated, '' where it stated none. */
export function closed(socket: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) {
      resolve('');
      return;
    }
    const tell = (event: CloseEvent): void => {
      resolve(event.reason);
    };
    socket.addEventListener('close', tell, { once: true });
  });
}

/** A socket as the typed client speaks through it, and its end, which comes before the socket's. */
export interface SpokenSocket {
  readonly spoken: Pick<
    WebSocket,
    'addEventListener' | 'removeEventListener' | 'send' | 'readyState'
  >;
  /** Refuses every question under way and to come, at once; the socket is closed. */
  readonly end: () => void;
}

/**
 * An open socket that never throws at `send`. The client tells the engine of a question called off,
 * and nobody awaits that: on a closed socket it would be an error no one can catch. So a socket
 * that is not open any more ends the client instead, which refuses all its questions.
 */
export function spokenThrough(socket: WebSocket): SpokenSocket {
  const enders = new EventTarget();
  const end = (): void => {
    enders.dispatchEvent(new Event('close'));
    socket.close();
  };
  const addEventListener = (name: string, hear: EventListener): void => {
    if (name === 'close') enders.addEventListener(name, hear);
    socket.addEventListener(name, hear);
  };
  const removeEventListener = (name: string, hear: EventListener): void => {
    enders.removeEventListener(name, hear);
    socket.removeEventListener(name, hear);
  };
  const send = (text: Parameters<WebSocket['send']>[0]): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
    else end();
  };
  const spoken = { addEventListener, removeEventListener, send, readyState: WebSocket.OPEN };
  return { spoken, end };
}
