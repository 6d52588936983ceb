// Owns the start of the console: look, address bar, link, and the frame. Refuses to hide its own
// death: if following the engine ever throws, the screen says so instead of looking calm.
import './app/look/fonts.css';
import './app/look/tokens.css';
import './app/look/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { putOnLook } from './app/look/look';
import { followAddress } from './app/route';
import { followTrails } from './health/trails';
import { followNews } from './link/engine-news';
import { keepAsking } from './link/keep-asking';
import { keepLinked } from './link/keep-linked';
import { rpcAddress } from './link/socket';
import { readLock } from './store/lock';
import { noteRefusal, startPulse } from './store/vitals';

function died(error: unknown): void {
  console.error(error);
  noteRefusal('The console itself failed. Reload this page; the engine is not affected.');
}

const root = document.getElementById('console');
if (root === null) throw new Error('index.html has no #console');

putOnLook(location.search);
readLock();
followAddress();
startPulse();
followTrails();
followNews(window);
// The page is linked as long as it lives; the browser closes the socket with it.
const forEver = new AbortController().signal;
keepLinked(rpcAddress(location), forEver).catch(died);
keepAsking(forEver).catch(died);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
