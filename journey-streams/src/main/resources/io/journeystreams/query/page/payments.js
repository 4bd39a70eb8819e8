/** Says loudly that payments fail more than they used to, whatever period is looked at. */
import { el, setText } from './dom.js';
import { count, minuteTime, money, percent } from './format.js';
import { choose } from './state.js';

const TITLE = document.title;

/** Minutes that count as "now", and what makes them unusual. */
const RECENT = 10;
const FEWEST = 5;
const LEAST_SHARE = 0.25;
const TIMES = 2;

export function paymentsAlarm() {
  const title = el('strong', { role: 'alert' });
  const text = el('span');
  const look = el('button', {
    type: 'button',
    text: 'See the last hour',
    on: { click: () => choose({ view: 'map', period: '1h', from: '', to: '', channel: '', device: '', segment: '' }) },
  });
  const element = el(
    'div',
    { class: 'alarm', id: 'alarm', hidden: true },
    el('span', { class: 'alarm-sign', 'aria-hidden': 'true', text: '!' }),
    el('p', {}, title, ' ', text),
    look,
  );
  return {
    element,
    /** @param map the last hour by minutes, unfiltered */
    show(map) {
      const found = outbreak(map.series);
      element.hidden = found === null;
      document.title = found === null ? TITLE : `Payments are failing · ${TITLE}`;
      if (found !== null) {
        const lost = map.friction.find((row) => row.kind === 'PAYMENT_FAILED');
        setText(
          title,
          found.since === null ? 'Payments are failing.' : `Payments have been failing since ${minuteTime(found.since)}.`,
        );
        setText(
          text,
          [told(found), lost && `${money(lost.value)} was in those carts within the hour.`].filter(Boolean).join(' '),
        );
      }
    },
  };
}

function told({ since, minutes, failed, share, before }) {
  const now = `In the last ${minutes} minutes ${count(failed)} failed, ${percent(share)} of all that ended`;
  return since === null ? `${now}.` : `${now}; before that it was ${percent(before)}.`;
}

/**
 * Since when payments fail unusually often. They do if of those that ended in the last 10 minutes (failures and goals) at least a quarter and
 * at least 5 failed. It began where the share after and before differ most, and counts only if it at least doubled there. Null where they do not.
 *
 * @param series by minutes
 */
export function outbreak(series) {
  const told = series.slice(0, series.findLastIndex(hasPayments) + 1);
  const now = sum(series.slice(-RECENT));
  if (now.failed < FEWEST || now.share < LEAST_SHARE) {
    return null;
  }
  const began = told
    .map((at, i) => ({ at, after: sum(told.slice(i)), before: sum(told.slice(0, i)) }))
    .filter(({ at, after, before }) => at.paymentsFailed > 0 && after.share >= LEAST_SHARE && after.share >= TIMES * before.share)
    .reduce((best, each) => (best === null || rise(each) > rise(best) ? each : best), null);
  return began === null
    ? null
    : {
        since: began.before.ended === 0 ? null : began.at.at,
        minutes: RECENT,
        failed: now.failed,
        share: now.share,
        before: began.before.share,
      };
}

const rise = ({ after, before }) => after.share - before.share;

function hasPayments({ goals, paymentsFailed }) {
  return goals + paymentsFailed > 0;
}

function sum(part) {
  const failed = part.reduce((total, at) => total + at.paymentsFailed, 0);
  const ended = part.reduce((total, at) => total + at.paymentsFailed + at.goals, 0);
  return { failed, ended, share: ended === 0 ? 0 : failed / ended };
}
