/** Takes a picture of every view and state, to be looked at: `npm run pictures DIRECTORY [NAME…]`. */
import { launch, open, PHONE } from '../test/browser.js';
import { TOKEN, startServer } from '../test/server.js';
import { emptyMap, mapOf } from '../test/world.js';

const failing = { map: (question) => mapOf(question, { failing: 12 }) };
const restoring = { refusal: { status: 503, body: { error: 'NOT_READY', message: 'not yet' } }, status: { restoredPercent: 45 } };

/** What is looked at: `hash` of the address, `say` of the server, `only` a part of the page, and `sight` of the reader. */
const PICTURES = {
  'map-light': { say: failing },
  'map-dark': { say: failing, dark: true },
  'map-phone': { say: failing, viewport: PHONE },
  'map-grey': { say: failing, sight: 'achromatopsia' },
  'map-deuteranopia': { say: failing, sight: 'deuteranopia' },
  '28-days': { hash: '&period=28d&channel=email' },
  tables: { hash: '&tables=trend,moves,reliability' },
  relationship: { hash: '&graph=lifecycle', only: '#moves' },
  touchpoints: { hash: '&graph=touchpoint', only: '#moves' },
  'touchpoints-phone': { hash: '&graph=touchpoint', only: '#moves', viewport: PHONE },
  customer: { hash: '&view=customer&profile=c:4711' },
  'customer-phone': { hash: '&view=customer&profile=c:4711', viewport: PHONE },
  'customer-dark': { hash: '&view=customer&profile=c:4711', dark: true },
  empty: { say: { map: emptyMap, alerts: () => ({ alerts: [] }) } },
  token: { hash: null },
  restoring: { say: restoring },
};

const [directory = 'pictures', ...names] = process.argv.slice(2);
const [server, browser] = await Promise.all([startServer(), launch()]);
for (const [name, about] of Object.entries(PICTURES).filter(([each]) => names.length === 0 || names.includes(each))) {
  await take(name, about);
}
await browser.close();
await server.close();

async function take(name, { hash = '', say = {}, only, sight, ...options }) {
  server.say(say);
  const { page, go, close } = await open(browser, server.url, options);
  if (sight !== undefined) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setEmulatedVisionDeficiency', { type: sight });
  }
  await go(hash === null ? '' : `#token=${TOKEN}${hash}`);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  await (only === undefined ? page : page.locator(only)).screenshot({ path: `${directory}/${name}.png`, fullPage: true });
  await close();
}
