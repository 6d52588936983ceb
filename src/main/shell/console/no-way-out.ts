// Owns that no page of the app leads anywhere else: every web content, whoever made it, is refused
// navigation away from the console, new windows and webviews. Refuses by default; nothing is let
// through but the console's own pages.
import { app } from 'electron';
import { isConsole } from './address';

interface Going {
  readonly url: string;
  readonly preventDefault: () => void;
}

function stay(going: Going): void {
  if (!isConsole(going.url)) going.preventDefault();
}

/** Shuts the ways out of every page from now on. Call before the first window is opened. */
export function shutWaysOut(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
