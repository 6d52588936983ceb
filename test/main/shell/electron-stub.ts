// Owns a stand-in for the part of Electron's API that the shell uses, for tests on machines without
// Electron. Every piece is held against electron.d.ts by the compiler (`satisfies`), so it cannot
// drift from the real thing. Refuses nothing and decides nothing: it records what it was told.
import type * as Real from 'electron';

type Electron = typeof Real;
type Listener = (...args: never[]) => unknown;
/** Lists of Electron's own overloads are met by returning what fits them all. */
type Fits = never;

/** Something with events that a test can ring. */
export class Bell {
  private readonly listeners = new Map<string, Listener[]>();
  on(event: string, listener: Listener): Fits {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
    return this as Fits;
  }
  once(event: string, listener: Listener): Fits {
    return this.on(event, listener);
  }
  /** Rings; gives how many listened. */
  ring(event: string, ...args: readonly unknown[]): number {
    const called = this.listeners.get(event) ?? [];
    for (const listener of called) (listener as (...args: readonly unknown[]) => unknown)(...args);
    return called.length;
  }
  hush(): void {
    this.listeners.clear();
  }
}

/** An event that can be prevented. */
export function preventable(more: Readonly<Record<string, unknown>> = {}) {
  const event = { ...more, defaultPrevented: false, preventDefault: () => {} };
  event.preventDefault = () => (event.defaultPrevented = true);
  return event;
}

/** What was done, in the order it was done. */
export const done: string[] = [];
export const told: { channel: string; message: unknown; ports: readonly unknown[] }[] = [];
export const windows: BrowserWindow[] = [];
export const children: Child[] = [];
/** What a test sets. */
export const set = {
  first: true,
  packaged: true,
  answer: 0,
  debugged: false,
  pid: undefined as number | undefined,
};

class Contents extends Bell {
  readonly mainFrame = { url: 'app://console/' } as Electron.WebFrameMain;
  openHandler: ((details: Electron.HandlerDetails) => { action: string }) | null = null;
  reloads = 0;
  setWindowOpenHandler(handler: NonNullable<Contents['openHandler']>): void {
    this.openHandler = handler;
  }
  send(channel: string, message: unknown): void {
    told.push({ channel, message, ports: [] });
  }
  postMessage(channel: string, message: unknown, ports: readonly unknown[] = []): void {
    told.push({ channel, message, ports });
  }
  reload(): void {
    this.reloads += 1;
  }
  isDevToolsOpened = (): boolean => set.debugged;
  forcefullyCrashRenderer(): void {
    this.ring('render-process-gone', {}, { reason: 'killed', exitCode: 1 });
  }
}

type UsedContents = 'mainFrame' | 'setWindowOpenHandler' | 'send' | 'postMessage' | 'on' | 'once';
type UsedContentsToo = 'reload' | 'isDevToolsOpened' | 'forcefullyCrashRenderer';
void (null as unknown as Contents satisfies Pick<
  Electron.WebContents,
  UsedContents | UsedContentsToo
>);

class WindowBell extends Bell {
  readonly contents = new Contents();
  readonly loaded: string[] = [];
  destroyed = false;
  minimized = false;
  constructor(readonly options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    done.push('window');
    windows.push(this as unknown as BrowserWindow);
    app.ring('web-contents-created', {}, this.contents);
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }
  isDestroyed = (): boolean => this.destroyed;
  isMinimized = (): boolean => this.alive(this.minimized);
  restore(): void {
    done.push(this.alive('restore'));
  }
  focus(): void {
    done.push(this.alive('focus'));
  }
  /** As Electron does: a window that is gone answers nothing but that it is. */
  private alive<T>(answer: T): T {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    return answer;
  }
  close(): void {
    const event = preventable();
    this.ring('close', event);
    if (event.defaultPrevented) return;
    this.destroyed = true;
    app.ring('window-all-closed');
  }
}

type UsedWindow =
  'loadURL' | 'isDestroyed' | 'isMinimized' | 'restore' | 'focus' | 'close' | 'on' | 'once';
void (WindowBell satisfies new (
  options?: Electron.BrowserWindowConstructorOptions,
) => Pick<Electron.BrowserWindow, UsedWindow>);

export class BrowserWindow extends WindowBell {
  readonly webContents = this.contents;
}

class AppBell extends Bell {
  whenReady(): Promise<void> {
    done.push('ready');
    return Promise.resolve();
  }
  requestSingleInstanceLock = (): boolean => set.first;
  enableSandbox(): void {
    done.push('sandbox');
  }
  get isPackaged(): boolean {
    return set.packaged;
  }
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      done.push(`--${name}=${value}`);
    },
  } satisfies Pick<Electron.CommandLine, 'appendSwitch'>;
  /** As Electron does: the windows are closed, and what refuses stops it. */
  quit(): void {
    done.push('quit');
    for (const window of windows) if (!window.isDestroyed()) window.close();
    if (windows.some((window) => !window.isDestroyed())) return;
    const event = preventable();
    this.ring('will-quit', event);
    if (!event.defaultPrevented) done.push('gone');
  }
  exit(code?: number): void {
    done.push(`exit ${code}`);
  }
}

type UsedApp = 'whenReady' | 'requestSingleInstanceLock' | 'enableSandbox' | 'isPackaged';
type UsedAppToo = 'quit' | 'exit' | 'on' | 'once';
export const app = new AppBell() satisfies Pick<Electron['app'], UsedApp | UsedAppToo>;

/** The engine's process as Electron would fork it. */
export class Child extends Bell {
  readonly pid = set.pid;
  readonly posted: { word: unknown; ports: readonly unknown[] }[] = [];
  kills = 0;
  constructor(
    readonly program: string,
    readonly args: readonly string[],
    readonly options: Electron.ForkOptions,
  ) {
    super();
  }
  postMessage(word: unknown, ports: readonly unknown[] = []): void {
    this.posted.push({ word, ports });
  }
  kill(): boolean {
    this.kills += 1;
    return true;
  }
}
type UsedChild = 'pid' | 'postMessage' | 'kill' | 'on' | 'once';

export const utilityProcess = {
  fork: (program: string, args: string[] = [], options: Electron.ForkOptions = {}) => {
    done.push('fork');
    const child = new Child(program, args, options);
    children.push(child);
    return child satisfies Pick<Electron.UtilityProcess, UsedChild>;
  },
};
void (utilityProcess.fork satisfies (
  ...given: Parameters<Electron['utilityProcess']['fork']>
) => Pick<Electron.UtilityProcess, UsedChild>);

type Sides = 'on' | 'once';
export const ipcMain = new Bell() satisfies Pick<Electron['ipcMain'], Sides>;

type Request = NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>;
type Check = NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>;
type Device = NonNullable<Parameters<Electron.Session['setDevicePermissionHandler']>[0]>;
export const granting: { request?: Request; check?: Check; device?: Device } = {};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: Request | null) => {
      if (handler !== null) granting.request = handler;
    },
    setPermissionCheckHandler: (handler: Check | null) => {
      if (handler !== null) granting.check = handler;
    },
    setDevicePermissionHandler: (handler: Device | null) => {
      if (handler !== null) granting.device = handler;
    },
  } satisfies Partial<Electron.Session>,
};

type Answerer = Parameters<Electron.Protocol['handle']>[1];
export const served: { schemes: Electron.CustomScheme[]; answer?: Answerer } = { schemes: [] };

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    done.push('scheme');
    served.schemes = schemes;
  },
  handle: (_scheme: string, answer: Answerer) => {
    done.push('serve');
    served.answer = answer;
  },
} satisfies Partial<Electron['protocol']>;

let ports = 0;
export class MessageChannelMain {
  readonly port1 = { name: `port ${(ports += 1)}, engine's end` };
  readonly port2 = { name: `port ${ports}, window's end` };
}
type Ends = keyof InstanceType<Electron['MessageChannelMain']>;
void (null as unknown as MessageChannelMain satisfies Record<Ends, unknown>);

export const blockers = new Set<number>();
let blocked = 0;
export const powerSaveBlocker = {
  start: (kind: 'prevent-app-suspension' | 'prevent-display-sleep') => {
    done.push(kind);
    blocked += 1;
    blockers.add(blocked);
    return blocked;
  },
  stop: (id: number) => blockers.delete(id),
} satisfies Partial<Electron['powerSaveBlocker']>;

export const crashReporter = {
  start: (options: Electron.CrashReporterStartOptions) => {
    done.push(`dumps ${options.uploadToServer === false ? 'stay' : 'leave'}`);
  },
} satisfies Partial<Electron['crashReporter']>;

export const shown: Electron.MessageBoxOptions[] = [];
export const dialog = {
  showErrorBox: (title: string, content: string) => {
    done.push(`${title}: ${content}`);
  },
  showMessageBox: (
    _window: Electron.BaseWindow | Electron.MessageBoxOptions,
    options?: Electron.MessageBoxOptions,
  ) => {
    if (options !== undefined) shown.push(options);
    return Promise.resolve({ response: set.answer, checkboxChecked: false });
  },
} satisfies Partial<Electron['dialog']>;

/** The application menu as it was put up. */
export const menus: Electron.MenuItemConstructorOptions[][] = [];
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => {
    menus.push(template);
    return null as unknown as Electron.Menu;
  },
  setApplicationMenu: (_menu: Electron.Menu | null) => {
    done.push('menu');
  },
} satisfies Partial<Electron['Menu']>;

class Renderer extends Bell {
  readonly sent: string[] = [];
  send(channel: string): void {
    this.sent.push(channel);
  }
}
export const ipcRenderer = new Renderer() satisfies Pick<Electron['ipcRenderer'], Sides | 'send'>;

/** Everything as before anything was done. */
export function begin(): void {
  for (const bell of [app, ipcMain, ipcRenderer]) bell.hush();
  for (const list of [done, told, windows, children, shown, menus, ipcRenderer.sent]) {
    list.length = 0;
  }
  blockers.clear();
  Object.assign(set, { first: true, packaged: true, answer: 0, debugged: false, pid: undefined });
}
