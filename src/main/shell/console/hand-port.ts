// Owns the hand-over of a message port from the engine to the window, and the news of the engine
// that go with it. Refuses any asker but the window's own main frame at the console's address.
import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron';
import { ENGINE_NEWS, ENGINE_PORT, type EngineNews } from '../../../contract/status';
import { isConsole } from './address';

/** A frame as far as trust goes. */
export interface Asker {
  readonly url: string;
}

/** Whether the asker is the window's own main frame, showing the console. */
export function isTrusted(asker: Asker | null, window: BrowserWindow): boolean {
  if (asker === null || window.isDestroyed()) return false;
  return asker === window.webContents.mainFrame && isConsole(asker.url);
}

/** Where the ports' other ends go, and what the engine is doing. */
export interface Engine {
  readonly serve: (port: MessagePortMain) => void;
  readonly news: () => EngineNews;
}

/** Tells the window how the engine's process is doing. */
export function tellNews(window: BrowserWindow, news: EngineNews): void {
  if (!window.isDestroyed()) window.webContents.send(ENGINE_NEWS, news);
}

/** Gives the window a new port each time its page asks for one. */
export function handPort(window: BrowserWindow, engine: Engine): void {
  ipcMain.on(`${ENGINE_PORT}?`, (event) => {
    if (!isTrusted(event.senderFrame, window)) return;
    const { port1, port2 } = new MessageChannelMain();
    engine.serve(port1);
    window.webContents.postMessage(ENGINE_PORT, null, [port2]);
    tellNews(window, engine.news());
  });
}
