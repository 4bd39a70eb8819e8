/** A table that is brought up to date in place. A cell is a text, or {text, sub, bar, tone, mark}: a bar is a share of the widest, 0 to 1. */
import { el, repeat, setAttribute, setText } from './dom.js';

/**
 * @param {string} caption what it shows, for those who do not see the heading above
 * @param {{head: string, cell: (row: any) => any, number?: boolean}[]} columns the first names the row
 * @param {string} empty what is said where there are no rows
 */
export function dataTable(caption, columns, empty = 'Nothing in this period.') {
  const body = el('tbody');
  const none = el('p', { class: 'empty', text: empty });
  const heads = columns.map((column) => el('th', { scope: 'col', class: column.number && 'number', text: column.head }));
  const table = el(
    'table',
    { class: 'data' },
    el('caption', { class: 'unseen', text: caption }),
    el('thead', {}, el('tr', {}, ...heads)),
    body,
  );
  const scroll = el('div', { class: 'scroll', role: 'region', 'aria-label': caption }, table);
  return {
    element: el('div', {}, scroll, none),
    show(rows) {
      scroll.hidden = rows.length === 0;
      none.hidden = rows.length > 0;
      repeat(
        body,
        rows,
        () => makeRow(columns),
        (line, row) => showRow(line, row, columns),
      );
      setAttribute(scroll, 'tabindex', overflows(scroll) ? 0 : false);
    },
  };
}

/** Only what can be scrolled is stopped at by the keyboard. */
const overflows = (scroll) => scroll.scrollWidth > scroll.clientWidth || scroll.scrollHeight > scroll.clientHeight;

function makeRow(columns) {
  const [first, ...others] = columns;
  return el('tr', {}, cell('th', first, { scope: 'row' }), ...others.map((column) => cell('td', column, {})));
}

function cell(tag, column, attributes) {
  return el(
    tag,
    { ...attributes, class: column.number && 'number' },
    el('span', { class: 'bar', hidden: true }, el('i')),
    el('span', { class: 'value' }),
    el('small', { class: 'sub', hidden: true }),
  );
}

function showRow(line, row, columns) {
  columns.forEach((column, i) => {
    const told = column.cell(row);
    const { text, sub = '', bar, tone = '' } = typeof told === 'object' ? told : { text: told };
    const [track, value, small] = line.children[i].children;
    setText(value, text);
    setText(small, sub);
    small.hidden = sub === '';
    track.hidden = bar === undefined;
    setAttribute(track, 'data-tone', tone);
    if (bar !== undefined) {
      track.firstElementChild.style.width = `${Math.max(0, Math.min(1, bar)) * 100}%`;
    }
  });
}
