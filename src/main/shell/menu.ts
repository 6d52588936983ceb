// Owns the application menu: the system's own roles, and nothing that acts on a show. Refuses
// reloading and developer tools in an installed copy.
import { app, Menu, type MenuItemConstructorOptions } from 'electron';

type Item = MenuItemConstructorOptions;

const LINE: Item = { type: 'separator' };

function viewItems(developing: boolean): Item[] {
  const zoom: Item[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }];
  const tools: Item[] = [LINE, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [...zoom, LINE, { role: 'togglefullscreen' }, ...(developing ? tools : [])];
}

/** The menu as a template. */
export function menuTemplate(platform: NodeJS.Platform, developing: boolean): Item[] {
  const first: Item =
    platform === 'darwin' ? { role: 'appMenu' } : { label: '&File', submenu: [{ role: 'quit' }] };
  return [
    first,
    { role: 'editMenu' },
    { label: '&View', submenu: viewItems(developing) },
    { role: 'windowMenu' },
  ];
}

/** Puts the menu up. */
export function putMenuUp(): void {
  const template = menuTemplate(process.platform, !app.isPackaged);
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
