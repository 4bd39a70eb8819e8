/** Which part of the time is looked at, and what is asked for it. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const PERIODS = [
  { id: '15m', label: '15 minutes', ms: 15 * MINUTE_MS },
  { id: '1h', label: 'Hour', ms: HOUR_MS },
  { id: '1d', label: 'Day', ms: DAY_MS },
  { id: '28d', label: '28 days', ms: 28 * DAY_MS },
  { id: 'custom', label: 'Own' },
];

const LAST_HOUR = '1h';

/** What is asked of the map. Periods end at the clock of the journal, which may be behind that of the browser. */
export function question({ period, from, to, channel, device, segment }, clock) {
  return { ...span({ period, from, to }, clock), channel, device, segment };
}

/** Whether the period is reckoned back from the clock. */
export const endsAtClock = ({ period }) => PERIODS.some(({ id, ms }) => id === period && id !== LAST_HOUR && ms !== undefined);

/** The last 28 days of everybody: for the slider. */
export const days = (clock) => span({ period: '28d' }, clock);

/** The last hour of everybody: for the alarm. */
export const lastHour = () => ({});

export function isLastHourOfAll({ period, channel, device, segment }) {
  return period === LAST_HOUR && channel === '' && device === '' && segment === '';
}

/** Times that can be asked for: an own period needs a start before its end. */
export function isWhole({ from, to }) {
  return from !== '' && to !== '' && Date.parse(from) < Date.parse(to);
}

function span({ period, from, to }, clock) {
  const known = PERIODS.find((each) => each.id === period);
  if (period === 'custom' && isWhole({ from, to })) {
    return { from, to };
  }
  if (known?.ms === undefined || known.id === LAST_HOUR) {
    return {};
  }
  const end = clock === null ? Date.now() : Date.parse(clock);
  return { from: new Date(end - known.ms).toISOString(), to: new Date(end).toISOString() };
}
