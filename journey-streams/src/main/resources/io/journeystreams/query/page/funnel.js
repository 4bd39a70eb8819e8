/** How far customers came: stages reached for the first time, what share that is, and how long the stage before took. */
import { NONE, count, duration, percent, share } from './format.js';
import { panel } from './panel.js';
import { dataTable } from './table.js';
import { readable } from './words.js';

export function funnel() {
  const table = dataTable('How far they come', [
    { head: 'Stage', cell: (row) => readable(row.stage) },
    { head: 'Reached', number: true, cell: (row) => ({ text: count(row.reached), bar: row.ofMost, tone: 'flow' }) },
    { head: 'Of the first', number: true, cell: (row) => percent(row.ofFirst) },
    { head: 'Of the one before', number: true, cell: (row) => percent(row.ofBefore) },
    { head: 'Time before', number: true, cell: timeBefore },
  ]);
  const { element } = panel(
    {
      id: 'funnel',
      title: 'How far they come',
      lead: 'Stages reached for the first time, and how long the stage before took: half of them, nine of ten.',
    },
    table.element,
  );
  return { element, show: (map) => table.show(rows(map.funnel)) };
}

function rows(stages) {
  const most = Math.max(...stages.map((stage) => stage.reached), 0);
  return most === 0
    ? []
    : stages.map((stage, i) => ({
        ...stage,
        ofMost: share(stage.reached, most),
        ofFirst: share(stage.reached, stages[0].reached),
        ofBefore: i === 0 ? NaN : share(stage.reached, stages[i - 1].reached),
      }));
}

function timeBefore({ wait }) {
  return wait ? { text: duration(wait.p50), sub: `9 of 10: ${duration(wait.p90)}` } : NONE;
}
