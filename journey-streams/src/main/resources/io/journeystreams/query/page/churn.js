/** Who may be leaving, and how true the predictions were. */
import { dots, hint } from './chart.js';
import { count, decimal, moneyCell, percent } from './format.js';
import { chartPanel, panel } from './panel.js';
import { dataTable } from './table.js';
import { colour } from './theme.js';
import { churnKind, churnState, readable } from './words.js';

const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond'];
const COLOURS = ['flow', 'stake-line', 'goal', 'lost'];

export function churnBands() {
  const table = dataTable(
    'Who may be leaving',
    [
      { head: 'Why', cell: (row) => churnKind(row.kind) },
      { head: 'Level', cell: (row) => readable(row.level) },
      { head: 'State', cell: (row) => churnState(row.state) },
      {
        head: 'Customers',
        number: true,
        cell: (row) => ({ text: count(row.count), bar: row.ofMost, tone: row.state === 'FIRING' ? 'lost' : 'calm' }),
      },
      { head: 'Value at risk', number: true, cell: (row) => moneyCell(row.value) },
    ],
    'No alerts of customers leaving in this period. Those of silence need fitted parameters.',
  );
  const { element } = panel(
    { id: 'churn', title: 'Who may be leaving', lead: 'Alerts of churn risk by reason and level.' },
    table.element,
  );
  return {
    element,
    show(map) {
      const most = Math.max(...map.churn.alerts.map((row) => row.count), 1);
      table.show(map.churn.alerts.map((row) => ({ ...row, ofMost: row.count / most })));
    },
  };
}

export function churnReliability() {
  const view = chartPanel({
    id: 'reliability',
    title: 'How true predictions were',
    lead: 'Predicted risk against what happened. On the diagonal a prediction is right; larger marks stand for more customers.',
    columns: [
      { head: 'Group', cell: (row) => readable(row.series) },
      { head: 'Predicted', number: true, cell: (row) => percent(row.predicted) },
      { head: 'Happened', number: true, cell: (row) => percent(row.observed) },
      { head: 'Customers', number: true, cell: (row) => count(row.count) },
    ],
  });
  return {
    element: view.element,
    show(map) {
      const series = map.churn.reliability;
      const rows = series.flatMap((each) => each.bins.map((bin) => ({ ...bin, series: each.series })));
      view.show({ kind: 'reliability', height: () => 300, rows, summary: summary(series), option: () => option(series) });
    },
  };
}

function summary(series) {
  const told = series.map(
    (each) =>
      `${readable(each.series)}: Brier score ${decimal(each.brier)}, calibration error ${decimal(each.calibrationError)}, ${each.bins.length} groups`,
  );
  return `Predicted risk against what happened. ${told.join('. ')}.`;
}

function option(series) {
  const most = Math.max(...series.flatMap((each) => each.bins.map((bin) => bin.count)), 1);
  return {
    tooltip: hint({
      trigger: 'item',
      formatter: ({ seriesName, data }) =>
        Array.isArray(data) && data.length === 3
          ? `${seriesName}\npredicted ${percent(data[0])}, happened ${percent(data[1])}\n${count(data[2])} customers`
          : '',
    }),
    legend: {
      top: 0,
      left: 0,
      itemGap: 18,
      textStyle: { color: colour('text'), fontSize: 13 },
      selectedMode: false,
      data: series.map((each) => label(each)),
    },
    grid: { top: 44, left: 52, right: 16, bottom: 44 },
    xAxis: risks('Predicted risk', 'middle', 28),
    yAxis: risks('Happened', 'middle', 40),
    series: [
      {
        id: 'diagonal',
        type: 'line',
        data: [
          [0, 0],
          [1, 1],
        ],
        symbol: 'none',
        silent: true,
        lineStyle: { color: colour('muted'), type: 'dashed', width: 1 },
      },
      ...series.map((each, i) => ({
        id: `series-${i}`,
        name: label(each),
        type: 'line',
        symbol: SYMBOLS[i % SYMBOLS.length],
        symbolSize: ([, , n]) => 7 + 15 * Math.sqrt(n / most),
        data: [...each.bins].sort((a, b) => a.predicted - b.predicted).map((bin) => [bin.predicted, bin.observed, bin.count]),
        itemStyle: { color: colour(COLOURS[i % COLOURS.length]), opacity: 0.9, decal: i === 0 ? undefined : dots() },
        lineStyle: { color: colour(COLOURS[i % COLOURS.length]), width: 1.5, type: i === 0 ? 'solid' : 'dashed' },
      })),
    ],
  };
}

const label = (each) => `${readable(each.series)} (Brier score ${decimal(each.brier)})`;

function risks(name, nameLocation, nameGap) {
  return {
    type: 'value',
    min: 0,
    max: 1,
    name,
    nameLocation,
    nameGap,
    nameTextStyle: { color: colour('muted') },
    axisLabel: { color: colour('muted'), formatter: percent },
    splitNumber: 4,
    splitLine: { lineStyle: { color: colour('line') } },
  };
}
