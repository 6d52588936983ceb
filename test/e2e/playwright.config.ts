// Owns how the console's tests run: one browser, one after the other, against engines that each
// test starts for itself. Refuses retries: what passes at the second try has found something.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const named = process.env['CHROMIUM_PATH'] ?? SYSTEM.find((path) => existsSync(path));
/** Chromium's sandbox does not run as root. */
const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 5_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 720 },
    screenshot: 'off',
    video: 'off',
    trace: 'off',
    launchOptions: {
      ...(named !== undefined && { executablePath: named }),
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
});
