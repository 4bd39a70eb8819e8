/** The last 28 days, day by day, and a range of them to look at. Two sliders that the keyboard moves too. */
import { el, repeat, setText } from './dom.js';
import { bucket, count } from './format.js';
import { choose, state } from './state.js';

const DAY_MS = 86_400_000;

export function slider() {
  const bars = el('div', { class: 'days', 'aria-hidden': 'true' });
  const first = handle('slider-from', 'First day');
  const last = handle('slider-to', 'Last day');
  const word = el('output', { class: 'range-word', for: 'slider-from slider-to' });
  const element = el(
    'div',
    { class: 'slider', id: 'slider', role: 'group', 'aria-label': 'The last 28 days' },
    el('p', { class: 'slider-title' }, el('strong', { text: 'Last 28 days' }), ' ', word),
    el('div', { class: 'rail' }, bars, first, last),
  );
  let series = [];

  function chosen() {
    const [a, b] = [Number(first.value), Number(last.value)].sort((x, y) => x - y);
    return { a, b };
  }

  function mark() {
    const { a, b } = chosen();
    [...bars.children].forEach((bar, i) => bar.toggleAttribute('data-in', i >= a && i <= b));
    if (series.length > 0) {
      const started = series.slice(a, b + 1).reduce((sum, at) => sum + at.started, 0);
      const from = bucket(series[a].at, 'day');
      const to = bucket(series[b].at, 'day');
      setText(word, `${a === b ? from : `${from} to ${to}`}: ${count(started)} started`);
      first.setAttribute('aria-valuetext', bucket(series[Number(first.value)].at, 'day'));
      last.setAttribute('aria-valuetext', bucket(series[Number(last.value)].at, 'day'));
    }
  }

  function take() {
    const { a, b } = chosen();
    choose({ period: 'custom', from: series[a].at, to: new Date(Date.parse(series[b].at) + DAY_MS).toISOString() });
  }

  for (const each of [first, last]) {
    each.addEventListener('input', mark);
    each.addEventListener('change', take);
  }

  return {
    element,
    /**
     * @param days the last 28 days, by days
     * @param covered the period that is shown
     */
    show(days, covered) {
      series = days.series;
      const most = Math.max(...series.map((at) => at.started), 1);
      const worst = Math.max(...series.map((at) => at.paymentsFailed), 1);
      repeat(
        bars,
        series,
        () => el('span', {}, el('i'), el('b')),
        (bar, at) => {
          bar.children[0].style.height = `${(at.started / most) * 100}%`;
          bar.children[1].style.height = `${(at.paymentsFailed / worst) * 30}%`;
          bar.title = `${bucket(at.at, 'day')}: ${count(at.started)} started, ${count(at.paymentsFailed)} payments failed`;
        },
      );
      const range = covered && daysIn(series, covered);
      for (const [input, value] of [
        [first, range?.a ?? 0],
        [last, range?.b ?? series.length - 1],
      ]) {
        input.max = series.length - 1;
        if (document.activeElement !== input || state().period !== 'custom') {
          input.value = value;
        }
      }
      element.hidden = series.length === 0;
      mark();
    },
  };
}

function handle(id, label) {
  return el('input', { type: 'range', id, min: 0, max: 27, step: 1, 'aria-label': label });
}

/** The days that a period touches. */
function daysIn(series, { from, to }) {
  const start = Date.parse(from);
  const end = Date.parse(to);
  const a = series.findIndex((at) => Date.parse(at.at) + DAY_MS > start);
  const b = series.findLastIndex((at) => Date.parse(at.at) < end);
  return { a: a < 0 ? series.length - 1 : a, b: Math.max(b, 0) };
}
