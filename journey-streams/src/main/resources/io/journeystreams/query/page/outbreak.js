/** Whether payments fail unusually often, and since when. */

/** Minutes that count as "now": the shortest in which enough failed. What breaks in a busy shop is seen sooner. */
const RECENT = [3, 5, 10];
const FEWEST = 5;
const LEAST_SHARE = 0.25;
const TIMES = 2;

/** Beyond what chance does to so many: standard deviations of a Poisson count. */
const DEVIATIONS = 3;

/**
 * Since when payments fail unusually often. They do if in the last 3, 5 or 10 minutes at least 5 failed, and at least a quarter of those that
 * ended (failures and goals). It began where the share after and before differ most, and counts only if it at least doubled there, and by more
 * than chance. Null where they do not.
 *
 * @param series by minutes
 */
export function outbreak(series) {
  const told = series.slice(0, series.findLastIndex(hasPayments) + 1);
  const now = RECENT.map((minutes) => ({ minutes, ...sum(series.slice(-minutes)) })).find(isBad);
  const began = told
    .map((at, i) => ({ at, after: sum(told.slice(i)), before: sum(told.slice(0, i)) }))
    .filter(({ at, after, before }) => at.paymentsFailed > 0 && isBad(after) && isRise(after, before))
    .reduce((best, each) => (best === null || rise(each) > rise(best) ? each : best), null);
  return now === undefined || began === null
    ? null
    : { ...now, since: began.before.ended === 0 ? null : began.at.at, before: began.before.share };
}

const isBad = ({ failed, share }) => failed >= FEWEST && share >= LEAST_SHARE;

function isRise(after, before) {
  const expected = after.ended * before.share;
  return after.share >= TIMES * before.share && after.failed >= expected + DEVIATIONS * Math.sqrt(Math.max(expected, 1));
}

/** A start that is known is better than one before which nothing was paid. */
const rise = ({ after, before }) => (before.ended === 0 ? 0 : after.share - before.share);

function hasPayments({ goals, paymentsFailed }) {
  return goals + paymentsFailed > 0;
}

function sum(part) {
  const failed = part.reduce((total, at) => total + at.paymentsFailed, 0);
  const ended = part.reduce((total, at) => total + at.paymentsFailed + at.goals, 0);
  return { failed, ended, share: ended === 0 ? 0 : failed / ended };
}
