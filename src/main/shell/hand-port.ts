// Owns the hand-over of one message port from the engine to the window. Refuses any asker but the
// window's own main frame at the console's own address.
import { ipcMain, MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron';

const CHANNEL = 'engine-port';

/** Gives the window a port each time its page asks for one; the other end goes to the engine. */
export function handPort(
  window: BrowserWindow,
  origin: string,
  give: (port: MessagePortMain) => void,
): void {
  ipcMain.on(`${CHANNEL}?`, (event) => {
    const frame = event.senderFrame;
    const ours = frame !== null && frame === window.webContents.mainFrame;
    if (!ours || new URL(frame.url).origin !== origin) return;
    const { port1, port2 } = new MessageChannelMain();
    give(port1);
    window.webContents.postMessage(CHANNEL, null, [port2]);
  });
}
