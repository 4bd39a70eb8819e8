/** The map's views, with their numbers, and what is chosen there. */
import assert from 'node:assert/strict';
import { PANELS, drawn, hash, later, number, page, poll, rowsOf, server, settled, text, texts, until } from './reader.js';
import { TOKEN } from './server.js';
import { CHOICES, mapOf } from './world.js';

const CHARTS = ['trend', 'moves', 'reliability'];

const sumOf = (map, field) => map.series.reduce((sum, at) => sum + at[field], 0);

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
    assert.match(await text(page, '#alarm'), /Payments have been failing since 14:5\d\. In the last 3 minutes \d+ failed/);
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
