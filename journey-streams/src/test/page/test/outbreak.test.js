/** When failing payments are an alarm, and since when. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outbreak } from '../../../main/resources/io/journeystreams/query/page/outbreak.js';

/** Minutes from ten o'clock on, each with so many failures and goals. */
const hour = (...minutes) =>
  minutes.map(([paymentsFailed, goals], i) => ({ at: `10:${String(i).padStart(2, '0')}`, paymentsFailed, goals }));
const times = (n, minute) => Array.from({ length: n }, () => minute);

for (const { name, series, expected } of [
  { name: 'nothing at all', series: [], expected: null },
  { name: 'an hour without payments', series: hour(...times(60, [0, 0])), expected: null },
  { name: 'an hour as usual', series: hour(...times(60, [1, 9])), expected: null },
  { name: 'always a fifth', series: hour(...times(60, [2, 8])), expected: null },
  { name: 'a bad minute that is over', series: hour(...times(30, [1, 9]), [9, 0], ...times(29, [1, 9])), expected: null },
  { name: 'chance in a small shop', series: hour(...times(50, [0, 1]), [1, 0], ...times(8, [0, 1]), [1, 0]), expected: null },
  { name: 'three minutes of bad luck', series: hour(...times(57, [1, 7]), [2, 4], [2, 4], [1, 4]), expected: null },
  {
    name: 'all fail for three minutes',
    series: hour(...times(57, [1, 9]), ...times(3, [10, 0])),
    expected: { minutes: 3, failed: 30, share: 1, since: '10:57', before: 0.1 },
  },
  {
    name: 'half fail for half an hour',
    series: hour(...times(30, [1, 9]), ...times(30, [5, 5])),
    expected: { minutes: 3, failed: 15, share: 0.5, since: '10:30', before: 0.1 },
  },
  {
    name: 'a small shop needs longer to be sure',
    series: hour(...times(50, [0, 1]), ...times(10, [1, 0])),
    expected: { minutes: 5, failed: 5, share: 1, since: '10:50', before: 0 },
  },
  {
    name: 'a shop that has just opened',
    series: hour(...times(55, [0, 0]), ...times(2, [3, 9]), ...times(3, [7, 3])),
    expected: { minutes: 3, failed: 21, share: 0.7, since: '10:57', before: 0.25 },
  },
  {
    name: 'all the hour: since when is not known',
    series: hour(...times(60, [5, 5])),
    expected: { minutes: 3, failed: 15, share: 0.5, since: null, before: 0 },
  },
]) {
  test(name, () => {
    const found = outbreak(series);
    assert.deepEqual(
      found && { minutes: found.minutes, failed: found.failed, share: found.share, since: found.since, before: found.before },
      expected,
    );
  });
}
