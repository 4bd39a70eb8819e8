/**
 * The page of a processor that runs, such as that of `./journey demo`: no made-up answers.
 *
 *   JOURNEY_URL       where it listens, such as http://127.0.0.1:7070
 *   JOURNEY_TOKEN     its http.token
 *   JOURNEY_PROFILE   a profile that did something lately, such as c:4711
 *   JOURNEY_PICTURES  a directory for pictures of what was seen; none are taken without it
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, open } from '../browser.js';

const { JOURNEY_URL, JOURNEY_TOKEN, JOURNEY_PROFILE, JOURNEY_PICTURES } = process.env;
const LIMIT = { timeout: 180_000 };
const PATIENCE = { timeout: 120_000 };
const PANELS = ['trend', 'feed', 'moves', 'funnel', 'friction', 'channels', 'kinds', 'service', 'churn', 'reliability'];

/** While it starts it says so, and the browser notes each refusal. */
const WHILE_IT_STARTS = ['503'];

let browser;

before(async () => {
  assert.ok(JOURNEY_URL && JOURNEY_TOKEN && JOURNEY_PROFILE, 'set JOURNEY_URL, JOURNEY_TOKEN and JOURNEY_PROFILE');
  browser = await launch();
}, LIMIT);

after(() => browser?.close(), LIMIT);

function live(name, { hash = '', ready, ...options }, run) {
  test(name, LIMIT, async () => {
    const tab = await open(browser, JOURNEY_URL, { at: null, ...options });
    try {
      await tab.go(`#token=${encodeURIComponent(JOURNEY_TOKEN)}${hash}`);
      await tab.page.locator(ready).first().waitFor(PATIENCE);
      await run(tab.page);
      tab.assertNothingWrong(WHILE_IT_STARTS);
    } finally {
      await tab.close();
    }
  });
}

const picture = (page, name) => JOURNEY_PICTURES && page.screenshot({ path: `${JOURNEY_PICTURES}/${name}.png`, fullPage: true });
const started = (page) =>
  page.evaluate(() => Number(document.querySelector('#tile-started .figure').textContent.replaceAll(/\D/g, '')));

live('shoppers are counted, and more come while one looks', { ready: '#tile-started' }, async (page) => {
  await page.waitForFunction(
    () => Number(document.querySelector('#tile-started .figure').textContent.replaceAll(/\D/g, '')) > 0,
    null,
    PATIENCE,
  );
  const before = await started(page);
  await page.waitForFunction(
    (old) => Number(document.querySelector('#tile-started .figure').textContent.replaceAll(/\D/g, '')) > old,
    before,
    PATIENCE,
  );
  await page.waitForFunction(() => document.querySelectorAll('#moves canvas').length > 0, null, PATIENCE);
  await picture(page, 'map');
});

live('every view has numbers or says that it has none', { ready: '#moves canvas' }, async (page) => {
  for (const id of PANELS) {
    const shown = await page
      .locator(`#${id} canvas:visible, #${id} tbody tr:visible, #${id} .feed li:visible, #${id} .empty:visible`)
      .count();
    assert.ok(shown > 0, id);
  }
});

live('tables say how customers move', { ready: '#moves canvas' }, async (page) => {
  await page.locator('#moves header button').click();
  assert.ok((await page.locator('#moves tbody tr').count()) > 0);
});

for (const period of ['15m', '1d', '28d']) {
  live(`the period ${period} is answered`, { ready: '#covered', hash: `&period=${period}` }, async (page) => {
    assert.match(await page.locator('#covered').innerText(), /^From .* to .*, by the (minute|hour|day)$/);
  });
}

live('the numbers are there within a second', { ready: '#tile-started' }, async (page) => {
  const loads = [];
  for (let i = 0; i < 10 && !loads.some((ms) => ms < 1_000); i++) {
    const at = performance.now();
    await page.reload();
    await page.locator('#tile-started').waitFor(PATIENCE);
    loads.push(Math.round(performance.now() - at));
  }
  assert.ok(
    loads.some((ms) => ms < 1_000),
    `milliseconds: ${loads.join(', ')}`,
  );
});

live(
  'one customer’s journey is told',
  { ready: '#timeline li', hash: `&view=customer&profile=${encodeURIComponent(JOURNEY_PROFILE ?? '')}` },
  async (page) => {
    assert.equal(await page.locator('#who').innerText(), JOURNEY_PROFILE);
    await picture(page, 'customer');
  },
);

live(
  'it is dark where the system is, and fits a phone',
  { ready: '#moves canvas', dark: true, viewport: PHONE },
  async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
    await picture(page, 'phone');
  },
);
