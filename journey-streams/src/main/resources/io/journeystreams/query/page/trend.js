/** How the period went: starts and goals, failed payments, alerts; one below the other over the same time. */
import { hint, stripes } from './chart.js';
import { bucket, compact, count, fromFirst } from './format.js';
import { chartPanel } from './panel.js';
import { colour } from './theme.js';

const COLUMNS = [
  { head: 'From', cell: (at) => at.label },
  { head: 'Started', number: true, cell: (at) => count(at.started) },
  { head: 'Goals', number: true, cell: (at) => count(at.goals) },
  { head: 'Payments failed', number: true, cell: (at) => count(at.paymentsFailed) },
  { head: 'Other friction', number: true, cell: (at) => count(Math.max(0, at.friction - at.paymentsFailed)) },
  { head: 'Alerts', number: true, cell: (at) => count(at.fired) },
  { head: 'Came back', number: true, cell: (at) => count(at.recovered) },
];

const ROWS = [
  [
    { name: 'Started', field: 'started', colour: 'flow' },
    { name: 'Goals', field: 'goals', colour: 'goal', dashed: true },
  ],
  [{ name: 'Payments failed', field: 'paymentsFailed', colour: 'lost', bars: true }],
  [
    { name: 'Alerts', field: 'fired', colour: 'stake-line' },
    { name: 'Came back', field: 'recovered', colour: 'goal', dashed: true },
  ],
];
const HEIGHTS = [132, 84, 84];
const TITLE = 24;
const GAP = 18;

/** A single one does not fill the whole height. */
const LEAST_HIGH = 5;

export function trend() {
  const panel = chartPanel({
    id: 'trend',
    title: 'How it went',
    lead: 'By minute, hour or day, whichever the period is kept in.',
    columns: COLUMNS,
    wide: true,
  });
  return {
    element: panel.element,
    show(map) {
      const series = fromFirst(map.series, isEmptyAt).map((at) => ({ ...at, label: bucket(at.at, map.grain) }));
      const isEmpty = series.every(isEmptyAt);
      panel.show({
        kind: 'trend',
        height: () => HEIGHTS.reduce((sum, height) => sum + TITLE + height + GAP, 24),
        summary: summary(series, map.grain),
        rows: isEmpty ? [] : [...series].reverse(),
        option: () => option(series),
      });
    },
  };
}

const isEmptyAt = (at) => at.started + at.goals + at.friction + at.fired + at.recovered + at.paymentsFailed === 0;

function summary(series, grain) {
  const sum = (field) => count(series.reduce((total, at) => total + at[field], 0));
  const worst = series.reduce(
    (most, at) => (at.paymentsFailed > most.paymentsFailed ? at : most),
    series[0] ?? { paymentsFailed: 0 },
  );
  const peak = worst.paymentsFailed > 0 ? `, at most ${count(worst.paymentsFailed)} in one ${grain} (${worst.label})` : '';
  return `Lines over time. ${sum('started')} started, ${sum('goals')} goals, ${sum('paymentsFailed')} payments failed${peak}, ${sum('fired')} alerts, ${sum('recovered')} came back.`;
}

function option(series) {
  const tops = HEIGHTS.map((_, i) => HEIGHTS.slice(0, i).reduce((sum, height) => sum + TITLE + height + GAP, TITLE));
  const lines = ROWS.flatMap((row, i) => row.map((line) => ({ ...line, row: i })));
  return {
    tooltip: hint({ trigger: 'axis', formatter: (points) => told(series[points[0].dataIndex]) }),
    axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: colour('line-strong') } },
    title: ROWS.map((row, i) => heading(row, tops[i] - TITLE)),
    grid: HEIGHTS.map((height, i) => ({ top: tops[i], height, left: 44, right: 12 })),
    xAxis: HEIGHTS.map((_, i) => timeAxis(series, i)),
    yAxis: HEIGHTS.map((_, i) => countAxis(i, series)),
    series: lines.map((line) => drawn(line, series)),
  };
}

function told(at) {
  return [
    at.label,
    `Started ${count(at.started)}, goals ${count(at.goals)}`,
    `Payments failed ${count(at.paymentsFailed)}`,
    `Alerts ${count(at.fired)}, came back ${count(at.recovered)}`,
  ].join('\n');
}

/** Names stand above their lines, with the line as a sample: no legend to go back and forth to. */
function heading(row, top) {
  const rich = Object.fromEntries(row.map((line, i) => [`c${i}`, { color: colour(line.colour), fontWeight: 700, fontSize: 13 }]));
  const sample = (line) => (line.bars ? '▮' : line.dashed ? '╸╺' : '━━');
  return {
    left: 0,
    top: top + 3,
    padding: 0,
    text: row.map((line, i) => `{c${i}|${sample(line)}} ${line.name}`).join('     '),
    textStyle: { color: colour('text'), fontSize: 13, fontWeight: 600, rich },
  };
}

function timeAxis(series, gridIndex) {
  return {
    gridIndex,
    type: 'category',
    data: series.map((at) => at.label),
    boundaryGap: true,
    axisLabel: { show: gridIndex === HEIGHTS.length - 1, color: colour('muted'), hideOverlap: true, fontSize: 12 },
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour('line-strong') } },
  };
}

function countAxis(gridIndex, series) {
  const highest = Math.max(...series.flatMap((at) => ROWS[gridIndex].map(({ field }) => at[field])), 0);
  return {
    gridIndex,
    type: 'value',
    minInterval: 1,
    max: highest < LEAST_HIGH ? LEAST_HIGH : null,
    splitNumber: gridIndex === 0 ? 3 : 2,
    axisLabel: { color: colour('muted'), fontSize: 12, formatter: compact },
    splitLine: { lineStyle: { color: colour('line') } },
  };
}

function drawn({ name, field, row, colour: tone, dashed, bars }, series) {
  const shared = {
    id: field,
    name,
    xAxisIndex: row,
    yAxisIndex: row,
    data: series.map((at) => at[field]),
    itemStyle: { color: colour(tone) },
  };
  return bars
    ? { ...shared, type: 'bar', barCategoryGap: '20%', itemStyle: { color: colour(tone), decal: stripes() } }
    : { ...shared, type: 'line', showSymbol: false, lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid' } };
}
