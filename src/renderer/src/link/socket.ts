// Owns the WebSocket to the engine that served this page: same origin, path /rpc. The session is an
// HttpOnly cookie, so no token is ever seen here. Refuses to wait for an opening without end.

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
