/** Where customers come from, and who of them reaches the goal. */
import { count, moneyCell, percent, share } from './format.js';
import { panel } from './panel.js';
import { dataTable } from './table.js';
import { channel } from './words.js';

export function channels() {
  const table = dataTable('Where they come from', [
    { head: 'Channel', cell: (row) => channel(row.channel ?? '') },
    { head: 'Started', number: true, cell: (row) => ({ text: count(row.started), bar: row.ofMost, tone: 'flow' }) },
    { head: 'Goals', number: true, cell: (row) => ({ text: count(row.goals), sub: percent(share(row.goals, row.started)) }) },
    { head: 'Orders', number: true, cell: (row) => moneyCell(row.value) },
  ]);
  const { element } = panel(
    { id: 'channels', title: 'Where they come from', lead: 'The channel of the first touch, and what came of it.' },
    table.element,
  );
  return { element, show: (map) => table.show(rows(map.channels)) };
}

function rows(all) {
  const most = Math.max(...all.map((row) => row.started), 0);
  return [...all].sort((a, b) => b.started - a.started).map((row) => ({ ...row, ofMost: share(row.started, most) || 0 }));
}
