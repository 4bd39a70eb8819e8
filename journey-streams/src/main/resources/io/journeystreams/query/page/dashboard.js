/** All views of the aggregate numbers, in their places. */
import { alertFeed, alertKinds } from './alerts.js';
import { channels } from './channels.js';
import { churnBands, churnReliability } from './churn.js';
import { counters } from './counters.js';
import { el, setText } from './dom.js';
import { filters } from './filters.js';
import { bucket } from './format.js';
import { friction } from './friction.js';
import { funnel } from './funnel.js';
import { moves } from './moves.js';
import { paymentsAlarm } from './payments.js';
import { service } from './service.js';
import { slider } from './slider.js';
import { trend } from './trend.js';

const NOTHING = 'Nothing happened in this period, or nothing that fits the filters.';

export function dashboard(parent) {
  const alarm = paymentsAlarm();
  const bar = filters();
  const range = slider();
  const covered = el('p', { class: 'covered', id: 'covered' });
  const nothing = el('p', { class: 'nothing', id: 'nothing', hidden: true, text: NOTHING });
  const figures = counters();
  const course = trend();
  const feed = alertFeed();
  const map = moves();
  const below = [funnel(), friction(), channels(), alertKinds(), service(), churnBands(), churnReliability()];
  const grid = el('div', { class: 'grid' }, ...[course, feed, map, ...below].map((view) => view.element));
  const numbers = el('div', { class: 'numbers', hidden: true }, covered, nothing, figures.element, grid);
  parent.append(alarm.element, bar.element, range.element, numbers);
  range.element.hidden = true;
  bar.show({}, undefined);

  return {
    /** The answer for the period that is looked at. */
    show(answer) {
      numbers.hidden = false;
      nothing.hidden = !isEmpty(answer);
      setText(covered, answer.clock === null ? '' : coveredWords(answer));
      bar.show(answer.choices, answer);
      [figures, course, map, ...below].forEach((view) => view.show(answer));
    },
    /** What was chosen is seen at once, before its numbers come. */
    showChoice(answer) {
      bar.show(answer.choices, answer);
      map.show(answer);
    },
    showAlerts: feed.show,
    showLastHour: alarm.show,
    showDays: range.show,
    /** Numbers that are not of now any more. */
    soften: (isOld) => numbers.toggleAttribute('data-old', isOld),
  };
}

function isEmpty({ series, graphs }) {
  return (
    series.every((at) => at.started + at.goals + at.friction + at.fired === 0) &&
    graphs.every((graph) => graph.edges.length === 0)
  );
}

function coveredWords({ from, to, grain }) {
  return `From ${bucket(from, grain)} to ${bucket(to, grain)}, by the ${grain}`;
}
