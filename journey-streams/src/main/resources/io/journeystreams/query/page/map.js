/** The journey map: all views of the aggregate numbers, asked for together and shown together. */
import { alertFeed, alertKinds } from './alerts.js';
import { askAlerts, askMap } from './api.js';
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
import { days, isLastHourOfAll, lastHour, question } from './period.js';
import { service } from './service.js';
import { slider } from './slider.js';
import { state } from './state.js';
import { trend } from './trend.js';

const ALERTS = 50;
const SOON_MS = 3_000;
const LATER_MS = 10_000;
const HOUR_EVERY_MS = 12_000;
const DAYS_EVERY_MS = 120_000;

/** A clock of the journal further from ours than this moves the period that is asked for. */
const DRIFT_MS = 30_000;

export function journeyMap(parent) {
  const alarm = paymentsAlarm();
  const bar = filters();
  const range = slider();
  const covered = el('p', { class: 'covered', id: 'covered' });
  const empty = el('p', { class: 'nothing', id: 'nothing', hidden: true, text: 'Nothing happened in this period, or nothing that fits the filters.' });
  const feed = alertFeed();
  const views = [counters(), trend(), moves(), funnel(), friction(), channels(), alertKinds(), service(), churnBands(), churnReliability()];
  const [figures, course, map, ...others] = views.map((view) => view.element);
  const numbers = el('div', { class: 'numbers', hidden: true }, covered, empty, figures, el('div', { class: 'grid' }, course, feed.element, map, ...others));
  parent.append(alarm.element, bar.element, range.element, numbers);
  range.element.hidden = true;
  bar.show({}, undefined);

  let clock = null;
  let last = null;
  let hourAt = -Infinity;
  let daysAt = -Infinity;

  function show(answer) {
    last = answer;
    const isEmpty = answer.series.every((at) => at.started + at.goals + at.friction + at.fired === 0) && answer.graphs.every((graph) => graph.edges.length === 0);
    setText(covered, answer.clock === null ? '' : coveredWords(answer));
    empty.hidden = !isEmpty;
    numbers.hidden = false;
    bar.show(answer.choices, answer);
    views.forEach((view) => view.show(answer));
  }

  /** Asks once for everything that is due. Returns the answer about the period, which tells how things stand. */
  async function round(signal) {
    const asked = state();
    let answer = await askMap(question(asked, clock), signal);
    if (answer.kind === 'ok' && hasDrifted(asked, answer.body.clock, clock)) {
      clock = answer.body.clock;
      answer = await askMap(question(asked, clock), signal);
    }
    if (answer.kind !== 'ok') {
      return answer;
    }
    clock = answer.body.clock;
    show(answer.body);
    await besides(asked, answer.body, signal);
    return answer;
  }

  async function besides(asked, answer, signal) {
    const alerts = await askAlerts(ALERTS, signal);
    if (alerts.kind === 'ok') {
      feed.show(alerts.body.alerts);
    }
    const now = performance.now();
    if (isLastHourOfAll(asked)) {
      alarm.show(answer);
    } else if (now - hourAt > HOUR_EVERY_MS) {
      await ask(lastHour(), signal, (body) => {
        hourAt = now;
        alarm.show(body);
      });
    }
    if (now - daysAt > DAYS_EVERY_MS) {
      await ask(days(clock), signal, (body) => {
        daysAt = now;
        slid = body;
      });
    }
    if (slid !== null) {
      range.show(slid, answer);
    }
  }

  let slid = null;

  async function ask(what, signal, use) {
    const answer = await askMap(what, signal);
    if (answer.kind === 'ok') {
      use(answer.body);
    }
  }

  return {
    round,
    pauseMs: () => (last === null || last.grain === 'minute' ? SOON_MS : LATER_MS),
    /** What was chosen is shown at once, before its numbers come. */
    chosen: () => last !== null && (bar.show(last.choices, last), views[2].show(last)),
    restart: () => (hourAt = daysAt = -Infinity),
    soften: (isOld) => numbers.toggleAttribute('data-old', isOld),
  };
}

function hasDrifted({ period }, told, assumed) {
  const reference = assumed === null ? Date.now() : Date.parse(assumed);
  return (period === '15m' || period === '1d' || period === '28d') && told !== null && Math.abs(Date.parse(told) - reference) > DRIFT_MS;
}

function coveredWords({ from, to, grain }) {
  return `From ${bucket(from, grain)} to ${bucket(to, grain)}, by the ${grain}`;
}
