/** The figures that say how the shop does: six of them, large, each with its course over the period. */
import { el, setAttribute, setText, svg } from './dom.js';
import { compact, count, percent, share, shortMoney, sumMoney } from './format.js';

const TILES = [
  { id: 'started', label: 'Started', tone: 'flow', tell: tellStarted, course: (at) => at.started },
  { id: 'goals', label: 'Reached the goal', tone: 'goal', tell: tellGoals, course: (at) => at.goals },
  { id: 'conversion', label: 'Conversion', tell: tellConversion },
  { id: 'alerts', label: 'Alerts', tone: 'stake', tell: tellAlerts, course: (at) => at.fired },
  { id: 'stake', label: 'Money at stake', tell: tellStake },
  { id: 'won', label: 'Won back', tone: 'goal', tell: tellWon, course: (at) => at.recovered },
];

export function counters() {
  const tiles = TILES.map((tile) => ({ tile, ...makeTile(tile) }));
  return {
    element: el('dl', { class: 'tiles', 'aria-label': 'The period in figures' }, ...tiles.map(({ element }) => element)),
    show(map) {
      const totals = totalsOf(map);
      tiles.forEach(({ tile, show }) => show(tile.tell(totals), map.series.map(tile.course ?? (() => 0))));
    },
  };
}

/** Sums over the period. */
export function totalsOf(map) {
  const sum = (name) => map.series.reduce((total, at) => total + at[name], 0);
  return {
    started: sum('started'),
    goals: sum('goals'),
    fired: map.alerts.reduce((total, kind) => total + kind.fired, 0),
    recovered: map.alerts.reduce((total, kind) => total + kind.recovered, 0),
    atStake: sumMoney(map.alerts.map((kind) => kind.atStake)),
    won: sumMoney(map.alerts.map((kind) => kind.won)),
  };
}

function tellStarted({ started }) {
  return { value: compact(started), note: 'began to shop' };
}

function tellGoals({ goals }) {
  return { value: compact(goals), note: 'most often an order' };
}

function tellConversion({ started, goals }) {
  return { value: percent(share(goals, started)), note: `${count(goals)} goals of ${count(started)} starts` };
}

function tellAlerts({ fired, recovered }) {
  return { value: compact(fired), note: `${count(recovered)} came back` };
}

function tellStake({ atStake }) {
  const { first, others } = shortMoney(atStake);
  return { value: first, note: others === '' ? 'in what alerts are about' : `and ${others}` };
}

function tellWon({ won, fired, recovered }) {
  const { first, others } = shortMoney(won);
  return { value: first, note: others === '' ? `${percent(share(recovered, fired))} of alerts` : `and ${others}` };
}

function makeTile({ id, label, tone }) {
  const value = el('dd', { class: 'figure' });
  const note = el('dd', { class: 'sub' });
  const line = svg('path', { 'vector-effect': 'non-scaling-stroke' });
  const course = svg('svg', { class: 'course', viewBox: '0 0 100 24', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, line);
  const element = el(
    'div',
    { class: 'tile', id: `tile-${id}`, 'data-tone': tone },
    el('dt', { text: label }),
    value,
    note,
    course,
  );
  return {
    element,
    show(told, points) {
      setText(value, told.value);
      setText(note, told.note);
      setAttribute(line, 'd', path(points));
    },
  };
}

function path(points) {
  const highest = Math.max(...points, 0);
  if (points.length < 2 || highest === 0) {
    return 'M0 23H100';
  }
  return points
    .map(
      (point, i) =>
        `${i === 0 ? 'M' : 'L'}${((i / (points.length - 1)) * 100).toFixed(2)} ${(23 - (point / highest) * 22).toFixed(2)}`,
    )
    .join('');
}
