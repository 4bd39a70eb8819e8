/** Where one customer stands now: stages, cart, what waits, orders, risk. */
import { el, repeat, setText } from './dom.js';
import { amount, count, dayTime, duration, percent } from './format.js';
import { alertKind, channel, churnKind, readable, reason, subject } from './words.js';

const SILENCE = {
  NORMAL: 'Not silent for longer than usual',
  PENDING: 'Silent for longer than usual; watched',
  FIRING: 'May be leaving',
  NOT_JUDGED: 'Not judged',
};

export function standing() {
  const name = el('h2', { id: 'who' });
  const facts = el('dl', { class: 'facts' });
  const notes = el('ul', { class: 'notes' });
  const carts = el('div', { class: 'carts' });
  const element = el('section', { class: 'panel', 'aria-labelledby': 'who' }, el('header', {}, name), facts, notes, carts);
  return {
    element,
    show(about) {
      setText(name, about.profile);
      repeat(
        facts,
        factsOf(about),
        () => el('div', {}, el('dt'), el('dd')),
        (pair, [term, text]) => {
          setText(pair.children[0], term);
          setText(pair.children[1], text);
        },
      );
      repeat(notes, notesOf(about), () => el('li'), setText);
      carts.replaceChildren(...(about.openCarts ?? []).map(cart));
    },
  };
}

function factsOf(about) {
  const { mission, churn, person } = about;
  return [
    ['Relationship', about.lifecycle && `${readable(about.lifecycle)}, since ${dayTime(about.lifecycleSince)}`],
    ['Shopping now', about.stage && readable(about.stage)],
    [
      'Shopping since',
      mission &&
        `${dayTime(mission.since)}${mission.entryChannel ? `, came by ${channel(mission.entryChannel).toLowerCase()}` : ''}`,
    ],
    ['First came by', about.firstTouchChannel && channel(about.firstTouchChannel)],
    ['First seen', about.firstSeenAt && dayTime(about.firstSeenAt)],
    ['Last seen', about.lastSeenAt && dayTime(about.lastSeenAt)],
    ['Visits', count(about.sessions ?? 0)],
    [
      'Orders',
      `${count(about.orders ?? 0)}${about.ordersReversed > 0 ? `, ${count(about.ordersReversed)} cancelled or refunded` : ''}`,
    ],
    ['Risk of leaving', churn && risk(churn.silence)],
    ['Can be written to', person && (person.reachable ? 'yes' : 'no address is known')],
  ].filter(([, text]) => text);
}

function risk({ state, risk: value, reason: why }) {
  const told = SILENCE[state] ?? readable(state);
  return value === undefined ? `${told}${why ? `: ${readable(why).toLowerCase()}` : ''}` : `${told} (${percent(value)})`;
}

function notesOf(about) {
  const goesOn = about.goesOnIn ? [`Goes on in ${about.goesOnIn}: ask for that one.`] : [];
  const shared = about.sharedDevice ? ['A device that several customers use.'] : [];
  const waiting = (about.waiting ?? []).map(
    (each) => `Waiting: ${subject(each.kind).toLowerCase()}; an alert at ${dayTime(each.deadline)} if nothing happens.`,
  );
  const open = (about.openAlerts ?? []).map(alertWords);
  const churn = (about.churn?.alerts ?? [])
    .filter((each) => each.state === 'FIRING')
    .map((each) => `May be leaving: ${churnKind(each.kind)}, since ${dayTime(each.firedAt)}.`);
  return [...goesOn, ...shared, ...waiting, ...open, ...churn];
}

function alertWords(alert) {
  const value = alert.total ? `, ${amount({ currency: alert.currency, amount: alert.total })}` : '';
  const silent = isSilent(alert) ? `; not sent: ${reason(alert.reason)}` : '';
  return `Open alert: ${alertKind(alert.kind)}, since ${dayTime(alert.deadline)}${value}${silent}.`;
}

const isSilent = ({ reason: why }) => why !== undefined && why !== 'NONE';

function cart(each) {
  const total = each.total === undefined ? '' : `, ${amount({ currency: each.currency, amount: each.total })}`;
  return el(
    'section',
    { class: 'cart' },
    el('h3', { text: `Cart${each.cartId ? ` ${each.cartId}` : ''}${total}` }),
    el('p', { class: 'sub', text: `Last changed ${dayTime(each.changedAt)}` }),
    el('ul', {}, ...each.lines.map((line) => el('li', { text: lineWords(line) }))),
  );
}

function lineWords({ name, productId, variantId, quantity, unitPrice, currency }) {
  const what = `${count(quantity)} × ${name ?? productId}${variantId ? ` (${variantId})` : ''}`;
  return unitPrice === undefined ? what : `${what}, ${amount({ currency, amount: unitPrice })} each`;
}

/** Also told in a timeline. */
export const visitWords = (session) =>
  [
    session.device && readable(session.device),
    session.entryChannel && `came by ${channel(session.entryChannel).toLowerCase()}`,
    session.durationMs > 0 && duration(session.durationMs),
    session.events === 1 ? '1 event' : `${count(session.events)} events`,
    session.converted &&
      (session.orderValue ? `bought for ${amount({ currency: session.currency, amount: session.orderValue })}` : 'bought'),
    session.bot && 'a program, not a person',
  ]
    .filter(Boolean)
    .join(' · ');
