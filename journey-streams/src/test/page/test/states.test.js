/** What the page says where there are no numbers, or not all, and how it goes on asking. */
import assert from 'node:assert/strict';
import { PANELS, later, page, poll, server, settled, text, until } from './reader.js';
import { TOKEN } from './server.js';
import { emptyMap, mapOf } from './world.js';

page(
  'an empty period says so in every view',
  { ready: '#nothing', say: { map: emptyMap, alerts: () => ({ alerts: [] }) } },
  async (page) => {
    for (const id of PANELS) {
      assert.equal(await page.locator(`#${id} .empty:visible`).count(), 1, id);
    }
    assert.equal(await text(page, '#tile-conversion .figure'), '–');
  },
);

page(
  'a processor without events yet is waited for',
  { ready: '.notice', say: { map: (question) => emptyMap(question, { clock: null }) } },
  async (page) => {
    await page.getByText('Waiting for the first events').waitFor();
    server.say({});
    await later(page);
    await page.getByText('Live, 15:03:10').waitFor();
    assert.equal(await page.locator('.notice').isVisible(), false);
  },
);

page(
  'while the processor restores the page says how far it is, and goes on by itself',
  {
    ready: '.notice',
    expected: ['503'],
    say: { refusal: { status: 503, body: { error: 'NOT_READY', message: 'not yet' } }, status: { restoredPercent: 45 } },
  },
  async (page) => {
    await page.getByText('45 % so far').waitFor();
    assert.equal(await page.locator('.notice progress').evaluate((bar) => bar.value), 45);
    server.say({});
    await later(page);
    await page.locator('#slider').waitFor();
    server.say({ refusal: { status: 503, body: {} } });
    await later(page);
    await page.getByText('What you see is from').waitFor();
    assert.equal(await page.locator('.numbers[data-old]').count(), 1);
    assert.equal(await page.locator('#tile-started').isVisible(), true);
  },
);

page(
  'parts of the data that are missing are said',
  { ready: '.notice', say: { map: (question) => ({ ...mapOf(question), partitions: { of: 6, answered: 4 } }) } },
  async (page) => {
    await page.getByText('4 of 6 parts of the data answer').waitFor();
    assert.equal(await page.locator('#tile-started').isVisible(), true);
  },
);

page(
  'without a token it is asked for, a wrong one is asked for again, the right one opens',
  { token: null, ready: '.token', expected: ['403'] },
  async (page) => {
    assert.match(await text(page, '.notice'), /The token, please/);
    assert.deepEqual(
      server.asked.filter((path) => path.startsWith('/map')),
      [],
    );
    await page.keyboard.type('a-wrong-token-of-letters');
    await page.keyboard.press('Enter');
    await page.getByText('That is not the token').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.getItem('journey-token')), null);
    await page.getByLabel('Token').fill(TOKEN);
    await page.keyboard.press('Enter');
    await page.locator('#tile-started').waitFor();
    assert.equal(await page.locator('.notice').isVisible(), false);
  },
);

page(
  'a processor that answers nobody says what to set',
  {
    ready: '.notice',
    expected: ['404'],
    say: { refusal: { status: 404, body: { error: 'NOT_SERVED', message: 'not served' } } },
  },
  async (page) => {
    await page.getByText('Set http.token in its configuration').waitFor();
  },
);

page('a processor that is busy with others is asked again, and no word is lost about it', { expected: ['503'] }, async (page) => {
  server.say({ refusal: { status: 503, body: { error: 'BUSY', message: 'others are asking' } } });
  await later(page);
  await poll(() => server.asked.at(-1) === '/map' && server.asked.filter((path) => path === '/map').length > 2, 'again');
  assert.equal(await page.locator('.notice').isVisible(), false);
  server.say({ map: emptyMap });
  await page.locator('#nothing').waitFor();
});

page('new numbers come without a flicker', {}, async (page) => {
  await settled(page, 'trend');
  await page.evaluate(() => {
    window.kept = [...document.querySelectorAll('.panel, .tile, tbody tr, canvas, .feed li, #filters button')];
    window.added = 0;
    new MutationObserver(
      (changes) =>
        (window.added += changes.reduce(
          (sum, change) => sum + [...change.addedNodes].filter((node) => node.nodeType === 1).length,
          0,
        )),
    ).observe(document.querySelector('main'), { childList: true, subtree: true });
  });
  const before = await text(page, '#tile-started .figure');
  server.say({
    map: (question) => ({ ...mapOf(question), series: mapOf(question).series.map((at) => ({ ...at, started: at.started + 1 })) }),
  });
  await later(page);
  await until(page, (old) => document.querySelector('#tile-started .figure').textContent !== old, before);
  assert.equal(await page.evaluate(() => window.kept.every((each) => each.isConnected)), true);
  assert.equal(await page.evaluate(() => window.added), 0);
});

page('one question is asked at a time, and none while nobody looks', {}, async (page) => {
  await page.locator('#slider').waitFor();
  await page.evaluate(() => {
    const open = new Set();
    const ask = window.fetch;
    window.most = 0;
    window.fetch = (path, options) => {
      open.add(options.signal);
      window.most = Math.max(window.most, [...open].filter((signal) => !signal.aborted).length);
      return ask(path, options).finally(() => open.delete(options.signal));
    };
  });
  server.say({ map: (question) => new Promise((resolve) => setTimeout(() => resolve(mapOf(question)), 150)) });
  for (const period of ['15 minutes', '28 days', 'Hour', 'Day']) {
    await page.getByRole('button', { name: period, exact: true }).click();
  }
  await until(page, () => document.getElementById('covered').textContent.includes('by the hour'));
  assert.equal(await page.evaluate(() => window.most), 1);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await new Promise((resolve) => setTimeout(resolve, 300)); // what was under way arrives
  server.asked.length = 0;
  await page.clock.runFor(60_000);
  assert.deepEqual(server.asked, []);
});
