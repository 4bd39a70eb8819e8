/** The journey map: what is asked for its views, and how often. */
import { askAlerts, askMap } from './api.js';
import { dashboard } from './dashboard.js';
import { days, endsAtClock, isLastHourOfAll, lastHour, question } from './period.js';
import { state } from './state.js';

const ALERTS = 50;
const SOON_MS = 3_000;
const LATER_MS = 10_000;
const HOUR_EVERY_MS = 12_000;
const DAYS_EVERY_MS = 120_000;

/** A clock of the journal further from the one assumed than this moves the period that is asked for. */
const DRIFT_MS = 30_000;

export function journeyMap(parent) {
  const views = dashboard(parent);
  let clock = null;
  let last = null;
  let isLastHour = false;
  let hourAt = -Infinity;
  let daysAt = -Infinity;
  let lastDays = null;

  /** Asks about the period. The answer tells how things stand. */
  async function round(signal) {
    const asked = state();
    const answer = await askPeriod(asked, signal);
    if (answer.kind === 'ok') {
      last = answer.body;
      isLastHour = isLastHourOfAll(asked);
      views.show(last);
    }
    return answer;
  }

  /** Asks for all else that is due, one after the other. */
  async function besides(signal) {
    await ifOk(askAlerts(ALERTS, signal), ({ alerts }) => views.showAlerts(alerts));
    await askLastHour(signal);
    await askDays(signal);
  }

  /** Asked once more where the first answer tells that the journal's clock is not where it was assumed. */
  async function askPeriod(asked, signal) {
    const answer = await askMap(question(asked, clock), signal);
    const assumed = clock === null ? Date.now() : Date.parse(clock);
    clock = answer.kind === 'ok' ? answer.body.clock : clock;
    return answer.kind === 'ok' && endsAtClock(asked) && hasMoved(clock, assumed)
      ? askMap(question(asked, clock), signal)
      : answer;
  }

  async function askLastHour(signal) {
    if (isLastHour) {
      views.showLastHour(last);
    } else if (isDue(hourAt, HOUR_EVERY_MS)) {
      await ifOk(askMap(lastHour(), signal), (body) => {
        hourAt = performance.now();
        views.showLastHour(body);
      });
    }
  }

  async function askDays(signal) {
    if (isDue(daysAt, DAYS_EVERY_MS)) {
      await ifOk(askMap(days(clock), signal), (body) => {
        daysAt = performance.now();
        lastDays = body;
      });
    }
    if (lastDays !== null) {
      views.showDays(lastDays, last);
    }
  }

  return {
    round,
    besides,
    pauseMs: () => (last === null || last.grain === 'minute' ? SOON_MS : LATER_MS),
    chosen: () => last !== null && views.showChoice(last),
    /** After a pause everything is due. */
    restart: () => (hourAt = daysAt = -Infinity),
    soften: views.soften,
  };
}

async function ifOk(asking, use) {
  const answer = await asking;
  if (answer.kind === 'ok') {
    use(answer.body);
  }
}

const isDue = (at, everyMs) => performance.now() - at > everyMs;

const hasMoved = (clock, assumed) => clock !== null && Math.abs(Date.parse(clock) - assumed) > DRIFT_MS;
