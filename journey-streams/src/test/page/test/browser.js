/** Chromium as Debian packs it, and a page in it that remembers whatever went wrong. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { CLOCK } from './world.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const DESKTOP = { width: 1360, height: 900 };
export const PHONE = { width: 390, height: 844 };

const onPath = (program) =>
  process.env.PATH.split(path.delimiter).map((directory) => path.join(directory, program)).find(fs.existsSync);

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? onPath('chromium'), args: FLAGS, timeout: 20_000 });

/**
 * A fresh tab, as of a reader who was never here.
 *
 * @param options viewport, dark, and `at`: the time that the browser takes it for; null for the real one
 */
export async function open(browser, origin, { viewport = DESKTOP, dark = false, at = CLOCK } = {}) {
  const context = await browser.newContext({
    viewport,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(5_000);
  if (at !== null) {
    await context.clock.install({ time: new Date(at) });
  }
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on(
    'request',
    (request) =>
      request.url().startsWith(`${origin}/`) ||
      request.url().startsWith('data:') ||
      wrong.push(`left the origin: ${request.url()}`),
  );
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`refused by policy: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  return {
    page,
    go: (hash = '') => page.goto(`${origin}/${hash}`),
    close: () => context.close(),
    /** @param expected parts of messages that belong to the case */
    assertNothingWrong: (expected = []) =>
      assert.deepEqual(
        wrong.filter((text) => !expected.some((part) => text.includes(part))),
        [],
      ),
  };
}
