// Owns the two things the window gets from the host: a message port to the engine, and news of the
// engine's process. Refuses everything else; the page has no Node and no IPC of its own. The page
// says when it listens, then gets a port; news come as {channel, news}.
import { ipcRenderer } from 'electron';
import type { ENGINE_NEWS, ENGINE_PORT, EngineNews } from '../contract/status';

const PORT: typeof ENGINE_PORT = 'engine-port';
const NEWS: typeof ENGINE_NEWS = 'engine-news';

ipcRenderer.on(PORT, ({ ports }) => {
  window.postMessage(PORT, window.location.origin, [...ports]);
});

ipcRenderer.on(NEWS, (_event, news: EngineNews) => {
  window.postMessage({ channel: NEWS, news }, window.location.origin);
});

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === `${PORT}?`) ipcRenderer.send(`${PORT}?`);
});
