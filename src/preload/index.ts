// Owns the one thing the window gets from the host: a message port to the engine. Refuses
// everything else; the page has no Node and no IPC of its own. The page says when it listens, then
// gets the port.
import { ipcRenderer } from 'electron';

const CHANNEL = 'engine-port';

window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== `${CHANNEL}?`) return;
  ipcRenderer.once(CHANNEL, ({ ports }) => {
    window.postMessage(CHANNEL, window.location.origin, [...ports]);
  });
  ipcRenderer.send(`${CHANNEL}?`);
});
