/** Alerts: what each kind is worth and brings back, whether reminders help, and the latest of them. */
import { el, repeat, setAttribute, setText } from './dom.js';
import { amount, clockTime, count, dayTime, moneyCell, percent, share, weight } from './format.js';
import { panel } from './panel.js';
import { dataTable } from './table.js';
import { alertKind, alertState, channel, readable, reason } from './words.js';

/** Fewer than this in a group say nothing about its share. */
const FEW = 100;

export function alertKinds() {
  const table = dataTable('What alerts bring back', [
    { head: 'Left behind', cell: (row) => alertKind(row.kind) },
    { head: 'Alerts', number: true, cell: (row) => count(row.fired) },
    { head: 'At stake', number: true, cell: (row) => ({ ...moneyCell(row.atStake), bar: row.ofMost, tone: 'stake' }) },
    {
      head: 'Came back',
      number: true,
      cell: (row) => ({ text: count(row.recovered), sub: percent(share(row.recovered, row.fired)) }),
    },
    { head: 'Won back', number: true, cell: (row) => moneyCell(row.won) },
    { head: 'Taken back', number: true, cell: (row) => count(row.retracted) },
    { head: 'Ran out', number: true, cell: (row) => count(row.expired) },
  ]);
  const trial = el('p', { class: 'finding', id: 'trial' });
  const { element } = panel(
    { id: 'kinds', title: 'What alerts bring back', lead: 'By what was left behind. Taken back: it had been bought after all.' },
    table.element,
    trial,
  );
  return {
    element,
    show(map) {
      table.show(rows(map.alerts));
      setText(trial, verdict(map.trial));
    },
  };
}

function rows(kinds) {
  const most = Math.max(...kinds.map((row) => weight(row.atStake)), 0);
  return kinds.map((row) => ({ ...row, ofMost: share(weight(row.atStake), most) || 0 }));
}

/** The reminded against the control group; without one a share that came back says nothing of what reminders do. */
function verdict({ reminded, remindedRecovered, withheld, withheldRecovered }) {
  if (withheld === 0) {
    return 'No control group is set: some of those who came back would have come without a reminder.';
  }
  const groups =
    `Since the beginning ${percent(share(remindedRecovered, reminded))} of those reminded came back (${count(remindedRecovered)} of ${count(reminded)}), ` +
    `and ${percent(share(withheldRecovered, withheld))} of the control group, which got no reminder (${count(withheldRecovered)} of ${count(withheld)}).`;
  return Math.min(reminded, withheld) < FEW ? `${groups} That is too few to tell a difference from chance.` : groups;
}

export function alertFeed() {
  const list = el('ol', { class: 'feed', tabindex: 0, 'aria-label': 'The latest alerts' });
  const none = el('p', { class: 'empty', text: 'No alerts since the processor started.' });
  const { element } = panel(
    { id: 'feed', title: 'Latest alerts', lead: 'Newest first, of all channels, whatever period is chosen.' },
    list,
    none,
  );
  return {
    element,
    show(alerts) {
      list.hidden = alerts.length === 0;
      none.hidden = alerts.length > 0;
      repeat(list, alerts, makeEntry, showEntry);
    },
  };
}

function makeEntry() {
  return el(
    'li',
    {},
    el('time'),
    el('span', { class: 'what' }),
    el('span', { class: 'pill' }),
    el('span', { class: 'sum' }),
    el('small', { class: 'sub' }),
  );
}

function showEntry(entry, alert) {
  const [time, what, pill, sum, sub] = entry.children;
  setText(time, isToday(alert.at) ? clockTime(alert.at) : dayTime(alert.at));
  setAttribute(time, 'datetime', alert.at);
  setText(what, alertKind(alert.kind));
  setText(pill, alertState(alert.state));
  setAttribute(pill, 'data-state', alert.state);
  setText(sum, alert.value ? amount(alert.value) : '');
  setText(sub, details(alert).join(' · '));
}

function details(alert) {
  const things = alert.lines === 1 ? '1 product' : `${count(alert.lines)} products`;
  return [
    alert.lines > 0 && things,
    alert.stage && readable(alert.stage),
    alert.channel && channel(alert.channel),
    alert.device && readable(alert.device),
    alert.state === 'ABANDONED' && !alert.actionable && `not sent${alert.reason ? `: ${reason(alert.reason)}` : ''}`,
  ].filter(Boolean);
}

const isToday = (at) => new Date(at).toDateString() === new Date().toDateString();
