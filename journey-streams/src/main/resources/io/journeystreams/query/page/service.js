/** How long customers wait for service, against what they were promised. */
import { el, repeat, setAttribute, setText } from './dom.js';
import { count, duration, percent, share } from './format.js';
import { panel } from './panel.js';
import { dataTable } from './table.js';
import { readable } from './words.js';

export function service() {
  const table = dataTable('Waiting for service', [
    { head: 'Way', cell: (row) => readable(row.channel) },
    { head: 'Ended', number: true, cell: (row) => count(row.ended) },
    { head: 'Wait of half', number: true, cell: (row) => duration(row.wait?.p50) },
    { head: '9 of 10', number: true, cell: (row) => duration(row.wait?.p90) },
    { head: '99 of 100', number: true, cell: (row) => duration(row.wait?.p99) },
    { head: 'Promised', number: true, cell: (row) => duration(row.promise) },
    { head: 'Broken promises', number: true, cell: (row) => count(row.breached) },
    {
      head: 'Hung up',
      number: true,
      cell: (row) => ({ text: count(row.abandoned), sub: percent(share(row.abandoned, row.ended)) }),
    },
    { head: 'Came again', number: true, cell: (row) => count(row.repeated) },
    {
      head: 'Solved at once',
      number: true,
      cell: (row) => ({ text: count(row.solvedAtFirst), sub: percent(share(row.solvedAtFirst, row.ended)) }),
    },
    { head: 'Handling, half', number: true, cell: (row) => duration(row.handling?.p50) },
  ]);
  const gauges = el('ul', { class: 'gauges' });
  const { element } = panel(
    {
      id: 'service',
      title: 'Waiting for service',
      lead: 'The dark part of a bar: how long half of them waited; the pale part: nine of ten. The mark: what was promised.',
      wide: true,
    },
    gauges,
    table.element,
  );
  return {
    element,
    show(map) {
      const rows = map.service.map((row) => ({ ...row, promise: map.promises[row.channel] }));
      table.show(rows);
      repeat(
        gauges,
        rows.filter((row) => row.wait),
        makeGauge,
        showGauge,
      );
    },
  };
}

function makeGauge() {
  return el(
    'li',
    {},
    el('span', { class: 'gauge-name' }),
    el('div', { class: 'gauge', 'aria-hidden': 'true' }, el('i', { class: 'most' }), el('i', { class: 'half' }), el('b')),
    el('span', { class: 'gauge-word' }),
  );
}

function showGauge(gauge, row) {
  const [name, bar, word] = gauge.children;
  const [most, half, mark] = bar.children;
  const whole = Math.max(row.wait.p90, row.promise ?? 0) * 1.15 || 1;
  const isBroken = row.promise !== undefined && row.wait.p90 > row.promise;
  setText(name, readable(row.channel));
  most.style.width = `${(row.wait.p90 / whole) * 100}%`;
  half.style.width = `${(row.wait.p50 / whole) * 100}%`;
  mark.hidden = row.promise === undefined;
  mark.style.left = `${((row.promise ?? 0) / whole) * 100}%`;
  setAttribute(gauge, 'data-broken', String(isBroken));
  setText(
    word,
    row.promise === undefined
      ? `${duration(row.wait.p90)}`
      : `${duration(row.wait.p90)} ${isBroken ? 'is more than' : 'is within'} the promised ${duration(row.promise)}`,
  );
}
