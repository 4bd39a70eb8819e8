/** The page as its readers use it: every view, every choice, every state, with mouse, keyboard and phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, launch, open } from './browser.js';
import { TOKEN, startServer } from './server.js';
import { CHOICES, HOSTILE, alertsOf, emptyMap, mapOf, profileOf, timelineOf } from './world.js';

const LIMIT = { timeout: 30_000 };
const PANELS = ['trend', 'feed', 'moves', 'funnel', 'friction', 'channels', 'kinds', 'service', 'churn', 'reliability'];
const CHARTS = ['trend', 'moves', 'reliability'];

let server;
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
function page(name, { hash = '', ready = '#tile-started', expected = [], token = TOKEN, say = {}, ...options }, run) {
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

const text = async (page, selector) => (await page.locator(selector).first().innerText()).replaceAll(/\n+/g, '\n');
const texts = (page, selector) => page.locator(selector).allInnerTexts();
/** The next question is asked now. */
const later = (page) => page.clock.fastForward(12_500);
const hash = (page) => page.evaluate(() => location.hash);
const until = (page, check, argument) => page.waitForFunction(check, argument);
const settled = (page, id) =>
  until(
    page,
    (chart) => window.echarts && window.echarts.getInstanceByDom(document.getElementById(chart))?.getOption().series.length > 0,
    `${id}-chart`,
  );
const drawn = (page, id) =>
  page.evaluate((chart) => window.echarts.getInstanceByDom(document.getElementById(chart)).getOption(), `${id}-chart`);
const rowsOf = (page, id) =>
  page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.querySelector('.value').textContent)));
const sumOf = (map, field) => map.series.reduce((sum, at) => sum + at[field], 0);
const number = (shown) => Number(shown.replaceAll(/[^\d.]/g, ''));

page('every view shows its numbers', {}, async (page) => {
  for (const id of PANELS) {
    assert.equal(await page.locator(`#${id}`).isVisible(), true, id);
    assert.equal(await page.locator(`#${id} .empty`).last().isVisible(), false, id);
  }
  const map = mapOf();
  assert.equal(number(await text(page, '#tile-started .figure')), sumOf(map, 'started'));
  assert.equal(number(await text(page, '#tile-goals .figure')), sumOf(map, 'goals'));
  assert.equal(
    number(await text(page, '#tile-alerts .figure')),
    map.alerts.reduce((sum, kind) => sum + kind.fired, 0),
  );
  assert.match(await text(page, '#tile-stake .figure'), /^€[\d,]+$/);
  assert.equal((await rowsOf(page, 'friction'))[0][0], 'Turned back');
  assert.match(await text(page, '#trial'), /21\.2% of those reminded came back .* 13\.5% of the control group/);
  assert.match(await text(page, '#pulse'), /^Live, 15:03:10$/);
});

page(
  'the first numbers are there within a second, and are drawn soon after',
  { token: null, ready: '.token' },
  async (page, tab) => {
    await page.evaluate((token) => sessionStorage.setItem('journey-token', token), TOKEN);
    const loads = [];
    for (let i = 0; i < 10 && !loads.some(({ numbers, charts }) => numbers < 1_000 && charts < 1_500); i++) {
      const started = performance.now();
      await tab.go(`?${i}`);
      await page.locator('#tile-started').waitFor();
      const numbers = performance.now() - started;
      await settled(page, 'moves');
      loads.push({ numbers, charts: performance.now() - started });
    }
    assert.ok(loads.at(-1).numbers < 1_000 && loads.at(-1).charts < 1_500, `milliseconds: ${JSON.stringify(loads)}`);
  },
);

page('tables say what the charts draw', { hash: '&graph=lifecycle' }, async (page) => {
  await settled(page, 'moves');
  const { links } = (await drawn(page, 'moves')).series[0];
  const points = (await drawn(page, 'trend')).series;
  const bins = (await drawn(page, 'reliability')).series.flatMap((series) => series.data).filter((point) => point.length === 3);
  for (const id of CHARTS) {
    await page.locator(`#${id} header button`).click();
    assert.equal(await page.locator(`#${id}-chart`).isVisible(), false);
  }
  const moves = (await rowsOf(page, 'moves')).map((row) => number(row[2]));
  const trend = await rowsOf(page, 'trend');
  const back = mapOf().graphs[1].edges.find((edge) => edge.from === 'RETENTION' && edge.to === 'PURCHASE').count;
  assert.deepEqual([...links.map((link) => link.value), back].sort(), moves.sort());
  ['started', 'goals', 'paymentsFailed', '', 'fired', 'recovered'].forEach((field, i) => {
    const line = points.find((each) => each.id === field);
    return (
      line &&
      assert.deepEqual(
        trend.map((row) => number(row[i + 1])),
        [...line.data].reverse(),
        field,
      )
    );
  });
  assert.deepEqual(
    (await rowsOf(page, 'reliability')).map((row) => number(row[3])),
    bins.map((bin) => bin[2]),
  );
  assert.equal(await hash(page), '#graph=lifecycle&tables=trend%2Cmoves%2Creliability');
});

page('stages turn back in arcs, and who leaves falls off the flow', {}, async (page) => {
  await settled(page, 'moves');
  const { series, graphic } = await drawn(page, 'moves');
  const nodes = series[0].data.map((node) => node.name);
  const arcs = graphic[0].elements.filter((element) => element.id.startsWith('word:'));
  assert.ok(
    nodes.includes('left:CONSIDERATION') && nodes.includes('stayed:CONSIDERATION') && !nodes.includes('left:PURCHASE'),
    nodes.join(),
  );
  assert.equal(arcs.length, 3);
  assert.match(await text(page, '#backward'), /^Turned back: \d+ from Decision to Consideration/);
});

const onlyBack = (question) => {
  const map = mapOf(question);
  const [mission] = map.graphs;
  return {
    ...map,
    graphs: [{ ...mission, edges: mission.edges.filter(({ from, to }) => from === 'DECISION' && to === 'CONSIDERATION') }],
  };
};

page('a period may hold nothing but a move back', { say: { map: onlyBack } }, async (page) => {
  await page.locator('#moves canvas').waitFor();
  assert.match(await text(page, '#backward'), /^Turned back: \d+ from Decision to Consideration\.$/);
  await page.locator('#moves header button').click();
  assert.deepEqual((await rowsOf(page, 'moves'))[0].slice(0, 2), ['Decision', 'Consideration']);
});

const inTwoCurrencies = (question) => {
  const map = mapOf(question);
  const value = [
    { currency: 'GBP', amount: '99.00' },
    { currency: 'EUR', amount: '12345.60' },
  ];
  return { ...map, alerts: map.alerts.map((kind) => ({ ...kind, atStake: value })), friction: [{ ...map.friction[0], value }] };
};

page('currencies are never added up', { say: { map: inTwoCurrencies } }, async (page) => {
  assert.equal(await text(page, '#friction tbody td:last-child'), '€12,346\n£99.00');
  assert.equal(await text(page, '#tile-stake .figure'), '€49,382');
  assert.equal(await text(page, '#tile-stake .sub'), 'and £396.00');
});

page('the graph is chosen, and touchpoints stand on both sides', {}, async (page) => {
  await page.getByRole('button', { name: 'Touchpoints' }).click();
  await until(page, () => location.hash === '#graph=touchpoint');
  await settled(page, 'moves');
  const nodes = (await drawn(page, 'moves')).series[0].data;
  assert.ok(
    nodes.some((node) => node.name === 'from:web' && node.depth === 0) &&
      nodes.some((node) => node.name === 'to:web' && node.depth === 1),
  );
  await page.goBack();
  await until(page, () => document.querySelector('#moves [aria-pressed="true"]').textContent === 'Shopping');
});

page('filters ask for their part, stand in the address, and go away again', {}, async (page) => {
  const all = number(await text(page, '#tile-started .figure'));
  assert.deepEqual(await texts(page, '#filter-channel option'), [
    'All channels',
    'Ads',
    'Direct',
    'E-mail',
    'Organic search',
    'Social',
  ]);
  await page.selectOption('#filter-channel', 'email');
  await page.selectOption('#filter-device', 'mobile');
  await page.selectOption('#filter-segment', CHOICES.segment[3]);
  await until(
    page,
    (before) => Number(document.querySelector('#tile-started .figure').textContent.replaceAll(/\D/g, '')) < before * 0.1,
    all,
  );
  assert.equal(await hash(page), '#channel=email&device=mobile&segment=repeat_customer');
  assert.ok(server.asked.includes('/map?channel=email&device=mobile&segment=repeat_customer'));
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await until(
    page,
    (before) => Number(document.querySelector('#tile-started .figure').textContent.replaceAll(/\D/g, '')) === before,
    all,
  );
  assert.equal(await hash(page), '');
});

page('a period ends at the clock of the journal', {}, async (page) => {
  for (const [button, from] of [
    ['15 minutes', '2026-11-23T13:48:10.000Z'],
    ['Day', '2026-11-22T14:03:10.000Z'],
    ['28 days', '2026-10-26T14:03:10.000Z'],
  ]) {
    await page.getByRole('button', { name: button, exact: true }).click();
    const wanted = `/map?${new URLSearchParams({ from, to: '2026-11-23T14:03:10.000Z' })}`;
    await until(page, (name) => document.querySelector('#filters [aria-pressed="true"]').textContent === name, button);
    await poll(() => server.asked.includes(wanted), wanted);
  }
  assert.match(await text(page, '#covered'), /by the day$/);
});

page('an own period is asked for as it was entered', { hash: '&period=custom' }, async (page) => {
  await page.locator('#own-from').fill('2026-11-23T10:00');
  await page.locator('#own-from').blur();
  await page.locator('#own-to').fill('2026-11-23T12:00');
  await page.locator('#own-to').blur();
  await poll(
    () =>
      server.asked.includes(`/map?${new URLSearchParams({ from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T11:00:00.000Z' })}`),
    'own period',
  );
});

page('the slider takes days by keyboard', {}, async (page) => {
  await page.locator('#slider').waitFor();
  const first = page.locator('#slider-from');
  await first.focus();
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowLeft');
  }
  await until(page, () => new URLSearchParams(location.hash.slice(1)).get('from') === '2026-11-20T00:00:00Z');
  const asked = new URLSearchParams((await hash(page)).slice(1));
  assert.deepEqual([asked.get('period'), asked.get('to')], ['custom', '2026-11-24T00:00:00.000Z']);
  assert.match(await text(page, '.range-word'), /^20 Nov to 23 Nov: [\d,]+ started$/);
  assert.equal(await first.getAttribute('aria-valuetext'), '20 Nov');
  await until(page, () => document.getElementById('covered').textContent.includes('20 Nov'));
});

page(
  'a link keeps the view and never the token',
  { hash: '&period=28d&channel=email&graph=lifecycle&tables=trend' },
  async (page, tab) => {
    const address = await page.evaluate(() => location.href);
    assert.ok(!address.includes(TOKEN) && !address.includes('token'), address);
    const again = await tab.page.context().newPage();
    await again.addInitScript((token) => sessionStorage.setItem('journey-token', token), TOKEN);
    await again.goto(address);
    await again.locator('#tile-started').waitFor();
    assert.equal(await again.locator('#filter-channel').inputValue(), 'email');
    assert.equal(await text(again, '#moves [aria-pressed="true"]'), 'Relationship');
    assert.equal(await again.locator('#trend table').isVisible(), true);
    assert.equal(await text(again, '#filters [aria-pressed="true"]'), '28 days');
  },
);

page(
  'payments that fail since ten minutes jump to the eye, whatever is looked at',
  { hash: '&period=28d&channel=email', ready: '#alarm', say: { map: (question) => mapOf(question, { failing: 12 }) } },
  async (page) => {
    assert.equal(await page.title(), 'Payments are failing · Journey map');
    assert.match(await text(page, '#alarm'), /Payments have been failing since 14:5\d\. In the last 10 minutes \d+ failed/);
    await page.getByRole('button', { name: 'See the last hour' }).click();
    await until(page, () => location.hash === '');
    server.say({});
    await later(page);
    await page.locator('#alarm').waitFor({ state: 'hidden' });
  },
);

page('an hour as usual rings no alarm', {}, async (page) => {
  await page.locator('#slider').waitFor();
  assert.equal(await page.locator('#alarm').isVisible(), false);
});

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

page('a processor that is busy with others is asked again, and no word is lost about it', { expected: ['503'] }, async (page) => {
  server.say({ refusal: { status: 503, body: { error: 'BUSY', message: 'others are asking' } } });
  await later(page);
  await poll(() => server.asked.at(-1) === '/map' && server.asked.filter((path) => path === '/map').length > 2, 'again');
  assert.equal(await page.locator('.notice').isVisible(), false);
  server.say({ map: emptyMap });
  await page.locator('#nothing').waitFor();
});

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

page('the keyboard is enough', {}, async (page) => {
  await page.locator('#slider').waitFor();
  const stops = [];
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the numbers');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  while (!stops.includes('Touchpoints')) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      const thumb = document.activeElement.type === 'range';
      return {
        name: document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.slice(0, 30) ?? '',
        isSeen: thumb || (outlineStyle !== 'none' && outlineWidth !== '0px'),
      };
    });
    assert.ok(stops.length < 40, stops.join(', '));
    assert.ok(stop.isSeen, `focus is not seen on ${stop.name}`);
    stops.push(stop.name);
  }
  for (const name of [
    '15 minutes',
    '28 days',
    'First day',
    'Last day',
    'How it went: show as a table',
    'The latest alerts',
    'How they move: show as a table',
    'Shopping',
  ]) {
    assert.ok(stops.includes(name), `${name} is not among ${stops.join(', ')}`);
  }
  await page.locator('#moves header button').focus();
  await page.keyboard.press('Space');
  assert.equal(await page.locator('#moves table').isVisible(), true);
});

page('every control and chart has a name', {}, async (page) => {
  await settled(page, 'reliability');
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, select, [role="img"], [tabindex="0"]')]
      .filter((each) => each.offsetParent !== null)
      .filter((each) => !(each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.[0]?.textContent.trim()))
      .map((each) => each.outerHTML),
  );
  assert.deepEqual(nameless, []);
  assert.match(await page.locator('#moves-chart').getAttribute('aria-label'), /Awareness: [\d,]+ came, [\d,]+ went on/);
});

for (const dark of [false, true]) {
  page(`text stands out from its ground, ${dark ? 'dark' : 'light'}`, { dark, hash: '&tables=moves' }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), dark ? 'dark' : 'light');
    assert.deepEqual(await page.evaluate(faint), []);
  });
}

page('light and dark are changed by a button, and stay', {}, async (page) => {
  await settled(page, 'trend');
  const before = (await drawn(page, 'trend')).textStyle.color;
  await page.getByRole('button', { name: 'Switch to dark colours' }).click();
  await until(page, () => document.documentElement.dataset.theme === 'dark');
  assert.notEqual((await drawn(page, 'trend')).textStyle.color, before);
  await page.reload();
  await page.locator('#tile-started').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});

for (const view of ['', '&graph=touchpoint&tables=trend', '&view=customer&profile=c:4711']) {
  page(
    `nothing is cut off on a phone ${view}`,
    { viewport: PHONE, hash: view, ready: view.includes('customer') ? '#timeline li' : '#tile-started' },
    async (page) => {
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((each) => !each.closest('.scroll, svg, .unseen') && each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => each.outerHTML.slice(0, 90)),
      );
      assert.deepEqual(wide, []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
    },
  );
}

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
  server.asked.length = 0;
  await page.clock.runFor(60_000);
  assert.deepEqual(server.asked, []);
});

/** Waits for something that the server saw. */
async function poll(check, what) {
  for (let i = 0; i < 100 && !check(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.ok(check(), `${what} was not asked for, but ${server.asked.join(' ')}`);
}

/** In the browser: texts whose contrast to what lies behind them is under 4.5 (large ones 3), as WCAG 2.2 counts it. */
function faint() {
  const parse = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) =>
    [r, g, b]
      .map((each) => each / 255)
      .map((each) => (each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4))
      .reduce((sum, each, i) => sum + each * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let each = element; each !== null; each = each.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(each).backgroundColor);
      if (a === 1) {
        return [r, g, b];
      }
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('body *')]
    .filter(
      (each) =>
        each.offsetParent !== null &&
        !each.closest('.skip, .unseen') &&
        [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''),
    )
    .map((each) => {
      const style = getComputedStyle(each);
      const [a, b] = [light(parse(style.color)), light(ground(each))].sort((x, y) => y - x);
      return {
        text: each.textContent.slice(0, 30),
        contrast: (a + 0.05) / (b + 0.05),
        least: parseFloat(style.fontSize) >= 24 ? 3 : 4.5,
      };
    })
    .filter(({ contrast, least }) => contrast < least);
}
