/** For every reader: by keyboard, without seeing, without colours, in the dark, on a phone. */
import assert from 'node:assert/strict';
import { PHONE } from './browser.js';
import { drawn, page, settled, until } from './reader.js';

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
      .filter(
        (each) =>
          !(
            each.getAttribute('aria-label') ||
            (each.matches('input, select') ? each.labels[0]?.querySelector('span')?.textContent : each.textContent)?.trim()
          ),
      )
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
