/** One customer's journey, and texts that mean harm. */
import assert from 'node:assert/strict';
import { hash, later, page, server, settled, text, until } from './reader.js';
import { HOSTILE, alertsOf, mapOf, profileOf, timelineOf } from './world.js';

page(
  'one customer is told from the newest, with the reason of each decision',
  { hash: '&view=customer', ready: '#profile' },
  async (page) => {
    await page.getByLabel('Profile').fill('c:4711');
    await page.keyboard.press('Enter');
    await page.locator('#timeline li').first().waitFor();
    assert.equal(await hash(page), '#view=customer&profile=c%3A4711');
    assert.equal(await text(page, '#timeline li .what'), 'Payment failed');
    assert.match(await text(page, '#timeline'), /Stage: Consideration → Decision\nShopping · went on · after 18 min/);
    assert.match(
      await text(page, '#timeline'),
      /Cart: something more important took its place\nby: checkout\nOf several things left the most important one counts \(rule A3\)\./,
    );
    assert.match(await text(page, '.carts'), /Cart k-17, €73\.90[^]*1 × Teapot "Brown Betty" \(brown\), €39\.90 each/);
    assert.match(await text(page, '.notes'), /Waiting: checkout; an alert at 23 Nov, 15:11/);
    await page.getByRole('button', { name: 'Show earlier (3 more)' }).click();
    await page.getByText('not to be acted on: no consent to be written to').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Show earlier' }).isVisible(), false);
    await page.getByRole('button', { name: 'Events' }).click();
    assert.equal(await page.locator('#timeline li:visible').count(), 6);
    assert.match(await hash(page), /hide=EVENT/);
  },
);

page(
  'what is known of a customer stays while more happens',
  { hash: '&view=customer&profile=c:4711', ready: '#timeline li' },
  async (page) => {
    await page.getByRole('button', { name: 'Show earlier (3 more)' }).click();
    await until(page, () => document.querySelectorAll('#timeline li').length === 12);
    const moved = timelineOf('c:4711', {});
    const entries = [
      ...moved.entries.slice(3),
      { ...moved.entries.at(-1), at: '2026-11-23T13:45:00.500Z', type: 'order_placed' },
    ];
    server.say({ timeline: () => ({ ...moved, entries, leftOut: 7, before: entries[0].at }) });
    await later(page);
    await until(page, () => document.querySelector('#timeline li .what').textContent === 'Order placed');
    const times = await page.locator('#timeline time').evaluateAll((all) => all.map((each) => Date.parse(each.dateTime)));
    assert.equal(times.length, 13);
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
    assert.equal(await page.getByRole('button', { name: 'Show earlier' }).isVisible(), false);
  },
);

page(
  'a profile that nobody knows is said',
  { hash: '&view=customer&profile=c:nobody', ready: '.problem', expected: ['404'] },
  async (page) => {
    assert.match(await text(page, '.problem'), /Nothing is known of this profile/);
  },
);

page('texts from outside stay texts', { ready: '#tile-started' }, async (page) => {
  server.say({
    map: (question) => {
      const map = mapOf(question);
      const hostile = { ...map.channels[0], channel: HOSTILE };
      const nodes = map.graphs[0].nodes.map((node) => ({ ...node, name: node.name === 'AWARENESS' ? HOSTILE : node.name }));
      const edges = map.graphs[0].edges.map((edge) => ({
        ...edge,
        from: edge.from === 'AWARENESS' ? HOSTILE : edge.from,
        to: edge.to === 'AWARENESS' ? HOSTILE : edge.to,
      }));
      return {
        ...map,
        channels: [hostile],
        choices: { ...map.choices, channel: [HOSTILE] },
        graphs: [{ ...map.graphs[0], nodes, edges }],
        friction: [{ ...map.friction[0], kind: HOSTILE, stage: HOSTILE }],
      };
    },
    alerts: () => ({ alerts: alertsOf().alerts.map((alert) => ({ ...alert, channel: HOSTILE, kind: HOSTILE })) }),
    profile: () => profileOf(`c:${HOSTILE}`, HOSTILE),
    timeline: (profile, asked) => timelineOf(profile, asked, HOSTILE),
  });
  await later(page);
  await until(page, () => document.querySelector('#channels tbody th').textContent.includes('onerror'));
  await settled(page, 'moves');
  await page.locator('#moves-chart').hover();
  await page.getByRole('link', { name: 'One customer' }).click();
  await page.getByLabel('Profile').fill(`c:${HOSTILE}`);
  await page.keyboard.press('Enter');
  await page.locator('#timeline li').first().waitFor();
  assert.match(await text(page, '.carts'), /<img src=x onerror=/);
  assert.deepEqual(await page.evaluate(() => [document.title, document.querySelectorAll('main img, main script').length]), [
    'Journey map',
    0,
  ]);
});
