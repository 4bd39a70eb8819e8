/** Numbers, money and times as people read them, in the manner of the reader's browser. */

const COUNT = new Intl.NumberFormat();
const COMPACT = new Intl.NumberFormat(undefined, { notation: 'compact', maximumFractionDigits: 1 });
const PERCENT = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const DECIMAL = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });
const TENTHS = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const MINUTE = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const DAY_TIME = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const UTC_DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const NONE = '–';

const FEWEST_BUCKETS = 15;

export const count = (n) => COUNT.format(n);
export const compact = (n) => (n < 10_000 ? COUNT.format(n) : COMPACT.format(n));
export const decimal = (n) => DECIMAL.format(n);
export const percent = (share) => (Number.isFinite(share) ? PERCENT.format(share) : NONE);

/** A course over time without the emptiness before anything happened; not so short that it cannot be read. */
export function fromFirst(series, isEmpty) {
  const first = series.findIndex((at) => !isEmpty(at));
  return first < 0 ? series : series.slice(Math.min(Math.max(first - 1, 0), Math.max(series.length - FEWEST_BUCKETS, 0)));
}

/** A part of a whole; nothing where there is no whole. */
export const share = (part, whole) => (whole > 0 ? part / whole : NaN);

export const clockTime = (at) => CLOCK.format(new Date(at));
export const minuteTime = (at) => MINUTE.format(new Date(at));
export const day = (at) => DAY.format(new Date(at));
export const weekday = (at) => WEEKDAY.format(new Date(at));
export const dayTime = (at) => DAY_TIME.format(new Date(at));

/** A bucket of the given grain: days are days of UTC, as they are counted. */
export function bucket(at, grain) {
  const time = new Date(at);
  return grain === 'day' ? UTC_DAY.format(time) : grain === 'hour' ? DAY_TIME.format(time) : MINUTE.format(time);
}

/** One amount, without cents where it is large. Currencies that the browser does not know are written out. */
export function amount({ currency, amount: text }, wholeFrom = 10_000) {
  const value = Number(text);
  const digits = Math.abs(value) >= wholeFrom ? { maximumFractionDigits: 0 } : {};
  try {
    return new Intl.NumberFormat(undefined, { style: 'currency', currency, ...digits }).format(value);
  } catch {
    return `${DECIMAL.format(value)} ${currency}`;
  }
}

/** Amounts of several currencies, largest first. Without any: a dash. */
export function money(amounts) {
  return amounts.length === 0
    ? NONE
    : largestFirst(amounts)
        .map((each) => amount(each))
        .join(' + ');
}

/** For a cell of a table: the largest amount, and the others below it. */
export function moneyCell(amounts) {
  const [first, ...others] = largestFirst(amounts).map((each) => amount(each));
  return { text: first ?? NONE, sub: others.join(' + ') };
}

/** For large print: no cents from a thousand on, and the first currency apart from the others. */
export function shortMoney(amounts) {
  const [first, ...others] = largestFirst(amounts).map((each) => amount(each, 1_000));
  return { first: first ?? NONE, others: others.join(' + ') };
}

/** Sums by currency. Amounts are only shown here; what is exact is kept by the processor. */
export function sumMoney(lists) {
  const sums = new Map();
  for (const { currency, amount: text } of lists.flat()) {
    sums.set(currency, (sums.get(currency) ?? 0) + Number(text));
  }
  return [...sums].map(([currency, value]) => ({ currency, amount: value.toFixed(2) }));
}

/** The size of a list of amounts, to draw and to rank by: currencies count alike. */
export const weight = (amounts) => amounts.reduce((sum, each) => sum + Number(each.amount), 0);

/** Milliseconds in two units at most: 5.1 s, 41 s, 1 min 30 s, 2 h 5 min, 1 d 4 h. */
export function duration(ms) {
  if (ms === null || ms === undefined) {
    return NONE;
  }
  if (ms < 1_000) {
    return `${Math.round(ms)} ms`;
  }
  if (ms < 9_950) {
    return `${TENTHS.format(ms / 1_000)} s`;
  }
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) {
    return `${seconds} s`;
  }
  if (seconds < 3_600) {
    return units(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) {
    return units(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  }
  const hours = Math.round(minutes / 60);
  return units(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

function units(large, largeUnit, small, smallUnit) {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function largestFirst(amounts) {
  return [...amounts].sort((a, b) => Number(b.amount) - Number(a.amount));
}
