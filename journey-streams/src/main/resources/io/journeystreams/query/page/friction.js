/** What stood in the way, by what was in the carts at the time. */
import { count, moneyCell, share, weight } from './format.js';
import { panel } from './panel.js';
import { dataTable } from './table.js';
import { frictionKind, readable } from './words.js';

export function friction() {
  const table = dataTable(
    'What stands in the way',
    [
      { head: 'What', cell: (row) => ({ text: frictionKind(row.kind), sub: row.stage ? `in ${readable(row.stage)}` : '' }) },
      { head: 'Times', number: true, cell: (row) => count(row.count) },
      { head: 'Value of the carts', number: true, cell: (row) => ({ ...moneyCell(row.value), bar: row.ofMost, tone: 'lost' }) },
    ],
    'Nothing stood in the way in this period.',
  );
  const { element } = panel(
    {
      id: 'friction',
      title: 'What stands in the way',
      lead: 'Most valuable carts first. A cart counts each time something happens to it.',
    },
    table.element,
  );
  return { element, show: (map) => table.show(rows(map.friction)) };
}

function rows(all) {
  const most = Math.max(...all.map((row) => weight(row.value)), 0);
  return all.map((row) => ({ ...row, ofMost: share(weight(row.value), most) || 0 }));
}
