/** The bar of choices: period, channel, device, segment. */
import { el, repeat, setAttribute, setText } from './dom.js';
import { PERIODS } from './period.js';
import { choose, state } from './state.js';
import { channel, readable, segment } from './words.js';

const SELECTS = [
  { name: 'channel', label: 'Channel', all: 'All channels', word: channel },
  { name: 'device', label: 'Device', all: 'All devices', word: readable },
  { name: 'segment', label: 'Customers', all: 'All customers', word: segment },
];

export function filters() {
  const periods = el('div', { class: 'segmented', role: 'group', 'aria-label': 'Period' }, ...PERIODS.map(periodButton));
  const own = ownPeriod();
  const selects = SELECTS.map((about) => ({ about, ...select(about) }));
  const clear = el('button', {
    type: 'button',
    class: 'quiet',
    text: 'Clear filters',
    on: { click: () => choose({ channel: '', device: '', segment: '' }) },
  });
  const element = el(
    'div',
    { class: 'filters', id: 'filters', role: 'search', 'aria-label': 'What is shown' },
    periods,
    own.element,
    ...selects.map(({ element: each }) => each),
    clear,
  );
  return {
    element,
    /** @param choices what there is in the period */
    show(choices, covered) {
      const now = state();
      [...periods.children].forEach((button) =>
        setAttribute(button, 'aria-pressed', String(button.dataset.period === now.period)),
      );
      own.show(now, covered);
      selects.forEach(({ about, show }) => show(choices?.[about.name] ?? [], now[about.name]));
      clear.hidden = now.channel === '' && now.device === '' && now.segment === '';
    },
  };
}

function periodButton({ id, label }) {
  return el('button', {
    type: 'button',
    'data-period': id,
    text: label,
    on: { click: () => choose(id === 'custom' ? { period: id } : { period: id, from: '', to: '' }) },
  });
}

function select({ name, label, all, word }) {
  const box = el('select', { id: `filter-${name}`, on: { change: () => choose({ [name]: box.value }) } });
  return {
    element: el('label', { class: 'field' }, el('span', { text: label }), box),
    show(values, chosen) {
      const offered = ['', ...new Set([...values, chosen].filter((value) => value !== ''))];
      repeat(
        box,
        offered,
        () => el('option'),
        (option, value) => {
          setText(option, value === '' ? all : word(value));
          option.value = value;
        },
      );
      box.value = chosen;
      setAttribute(box, 'data-chosen', chosen !== '');
    },
  };
}

/** A start and an end of one's own, in the time of the browser. */
function ownPeriod() {
  const said = () => choose({ period: 'custom', from: instant(from.value), to: instant(to.value) });
  const from = el('input', { type: 'datetime-local', id: 'own-from', on: { change: said } });
  const to = el('input', { type: 'datetime-local', id: 'own-to', on: { change: said } });
  const element = el(
    'div',
    { class: 'own' },
    el('label', { class: 'field' }, el('span', { text: 'From' }), from),
    el('label', { class: 'field' }, el('span', { text: 'to' }), to),
  );
  return {
    element,
    show({ period, from: start, to: end }, covered) {
      element.hidden = period !== 'custom';
      put(from, start || covered?.from);
      put(to, end || covered?.to);
    },
  };
}

function put(input, iso) {
  if (document.activeElement !== input && iso) {
    const at = new Date(iso);
    input.value = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }
}

function instant(local) {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}
