/** A reader with the page open: what they see, and what they wait for. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open } from './browser.js';
import { TOKEN, startServer } from './server.js';

const LIMIT = { timeout: 30_000 };

export const PANELS = ['trend', 'feed', 'moves', 'funnel', 'friction', 'channels', 'kinds', 'service', 'churn', 'reliability'];

/** Of this file's tests. */
export let server;
let browser;

before(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
}, LIMIT);

after(async () => {
  await browser?.close();
  await server?.close();
}, LIMIT);

/**
 * Opens the page with the token, waits for what shows that it is there, and hands it to the test; nothing may have gone wrong at the end.
 *
 * @param say what the server answers, if not the usual
 * @param expected parts of what the browser's console may say
 */
export function page(name, { hash = '', ready = '#tile-started', expected = [], token = TOKEN, say = {}, ...options }, run) {
  test(name, LIMIT, async () => {
    server.say(say);
    server.asked.length = 0;
    const tab = await open(browser, server.url, options);
    try {
      await tab.go(`#${token === null ? '' : `token=${token}`}${hash}`);
      await tab.page.locator(ready).first().waitFor();
      await run(tab.page, tab);
      tab.assertNothingWrong(expected);
    } finally {
      await tab.close();
    }
  });
}

export const text = async (page, selector) => (await page.locator(selector).first().innerText()).replaceAll(/\n+/g, '\n');
export const texts = (page, selector) => page.locator(selector).allInnerTexts();
/** The next question is asked now. */
export const later = (page) => page.clock.fastForward(12_500);
export const hash = (page) => page.evaluate(() => location.hash);
export const until = (page, check, argument) => page.waitForFunction(check, argument);
export const settled = (page, id) =>
  until(
    page,
    (chart) => window.echarts && window.echarts.getInstanceByDom(document.getElementById(chart))?.getOption().series.length > 0,
    `${id}-chart`,
  );
export const drawn = (page, id) =>
  page.evaluate((chart) => window.echarts.getInstanceByDom(document.getElementById(chart)).getOption(), `${id}-chart`);
export const rowsOf = (page, id) =>
  page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.querySelector('.value').textContent)));
export const number = (shown) => Number(shown.replaceAll(/[^\d.]/g, ''));

/** Waits for something that the server saw. */
export async function poll(check, what) {
  for (let i = 0; i < 100 && !check(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.ok(check(), `${what} was not asked for, but ${server.asked.join(' ')}`);
}
