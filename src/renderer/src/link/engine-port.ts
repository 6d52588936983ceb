// Owns asking the host for a message port to the engine: the desktop app's preload answers, nobody
// does in a browser. Refuses a port that came from anywhere but this page's own window.

/** The words the preload listens for and answers with. */
export const PORT_WORD = 'engine-port';
/** How long the host has to answer; then the WebSocket is taken. */
export const PORT_WAIT_MS = 500;

/** What of a window is used. */
export interface AskedWindow {
  readonly location: { readonly origin: string };
  readonly postMessage: (message: string, origin: string) => void;
  readonly addEventListener: (name: 'message', hear: (event: MessageEvent) => void) => void;
  readonly removeEventListener: (name: 'message', hear: (event: MessageEvent) => void) => void;
}

/** The port the host offers; null where none came in time. */
export function askForPort(page: AskedWindow, waitMs: number): Promise<MessagePort | null> {
  return new Promise((resolve) => {
    const settle = (port: MessagePort | null): void => {
      clearTimeout(timer);
      page.removeEventListener('message', hear);
      resolve(port);
    };
    const hear = (event: MessageEvent): void => {
      if (event.source !== page || event.data !== PORT_WORD) return;
      settle(event.ports[0] ?? null);
    };
    const timer = setTimeout(() => {
      settle(null);
    }, waitMs);
    page.addEventListener('message', hear);
    page.postMessage(`${PORT_WORD}?`, page.location.origin);
  });
}
