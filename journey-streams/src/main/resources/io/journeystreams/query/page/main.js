/** Puts the page together: which view is shown, who asks for its numbers and when, and what is said where there are none. */
import { customer } from './customer.js';
import { el, setAttribute, setText } from './dom.js';
import { clockTime } from './format.js';
import { journeyMap } from './map.js';
import { dropWrongToken, notice } from './notice.js';
import { poll } from './poll.js';
import { linkTo, onChange, state } from './state.js';
import { startTheme } from './theme.js';
import { takeTokenFromAddress } from './token.js';

const AGAIN_MS = 2_000;
const CUSTOMER_MS = 5_000;
const NEVER_MS = 2 ** 31 - 1;

const VIEWS = [
  { id: 'map', label: 'Map' },
  { id: 'customer', label: 'One customer' },
];

const byId = (id) => document.getElementById(id);

takeTokenFromAddress();
startTheme(byId('theme'));

const map = journeyMap(byId('map'));
const one = customer(byId('customer'), () => asking.now());
const told = notice(() => asking.now());
byId('notice').append(told.element);
const links = VIEWS.map(({ id, label }) => el('a', { 'data-view': id, text: label }));
byId('views').append(...links);
setText(byId('zone'), `Times are in ${Intl.DateTimeFormat().resolvedOptions().timeZone}; days are counted in UTC.`);
document.querySelector('[data-skip]').addEventListener('click', skip);

let since = null;

const asking = poll(async (signal) => {
  const isMap = state().view !== 'customer';
  const answer = await (isMap ? map.round(signal) : one.round(signal));
  if (answer.kind === 'stopped' || answer.kind === 'busy') {
    return answer.kind === 'busy' ? AGAIN_MS : NEVER_MS;
  }
  dropWrongToken(answer);
  if (answer.kind === 'ok') {
    since = Date.now();
    beat(answer.body.clock);
  } else if (answer.kind === 'told' || answer.kind === 'idle') {
    setText(byId('pulse'), '');
  } else {
    setText(byId('pulse'), 'No news');
    setAttribute(byId('pulse'), 'data-live', 'false');
    map.restart();
  }
  map.soften(answer.kind !== 'ok');
  told.show(answer, isMap ? since : null);
  if (answer.kind === 'ok') {
    await map.besides(signal);
  }
  return pause(answer.kind, isMap);
});

function pause(kind, isMap) {
  switch (kind) {
    case 'ok':
      return map.pauseMs();
    case 'told':
      return CUSTOMER_MS;
    case 'no-token':
    case 'wrong-token':
    case 'idle':
      return NEVER_MS;
    default:
      return isMap ? AGAIN_MS : CUSTOMER_MS;
  }
}

function beat(clock) {
  const pulse = byId('pulse');
  setAttribute(pulse, 'data-live', String(clock !== null));
  setText(pulse, clock === null ? 'Waiting for events' : `Live, ${clockTime(clock)}`);
}

function arrange() {
  const { view } = state();
  const isMap = view !== 'customer';
  byId('map').hidden = !isMap;
  byId('customer').hidden = isMap;
  setText(byId('heading'), isMap ? 'Journey map' : 'One customer');
  links.forEach((link) => {
    setAttribute(link, 'href', linkTo({ view: link.dataset.view }));
    setAttribute(link, 'aria-current', link.dataset.view === view ? 'page' : false);
  });
}

/** A fragment is the view here, so the link to the content cannot be one. */
function skip(event) {
  event.preventDefault();
  byId('main').focus();
}

onChange((now, before) => {
  arrange();
  if (now.profile !== before.profile || (now.view === 'customer' && before.view !== 'customer')) {
    one.start();
  }
  if (now.tables === before.tables && now.hide === before.hide) {
    map.chosen();
    if (now.graph === before.graph) {
      asking.now();
    }
  }
});

arrange();
asking.now();
window.addEventListener('load', () => document.dispatchEvent(new Event('charts-loaded')));
