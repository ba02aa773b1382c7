import { defineConfig } from '@playwright/test';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: './tests/browser',
  outputDir: './test-results',
  globalSetup: './tests/support/browser-setup.ts',
  // Each file starts a playground of its own, which waits for its browser as often as works.
  workers: 2,
  fullyParallel: false,
  // A machine of CI may stall for seconds. A second try starts in a new process, from a fresh
  // playground, and the summary of `npm test` names every test that needed it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    // Recording takes more time than many a test, so only what failed once is recorded.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: CHROMIUM_FLAGS },
  },
});
