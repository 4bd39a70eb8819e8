/** A part of the page with a heading. With a chart it has its numbers as a table too, and a button to change between them. */
import { makeChart } from './chart.js';
import { el, setAttribute, setText } from './dom.js';
import { isIn, onChange, toggle } from './state.js';
import { dataTable } from './table.js';

export function panel({ id, title, lead, wide = false }, ...content) {
  const tools = el('div', { class: 'tools' });
  const words = el('p', { class: 'lead', text: lead });
  const element = el(
    'section',
    { class: wide ? 'panel wide' : 'panel', id, 'aria-labelledby': `${id}-title` },
    el('header', {}, el('div', {}, el('h2', { id: `${id}-title`, text: title }), words), tools),
    ...content,
  );
  return { element, tools, lead: words };
}

/**
 * @param {{id: string, title: string, lead: string, columns: object[], wide?: boolean}} about
 * @returns `show({option, summary, rows, height, kind})`: what the chart draws, what it says in words, and its numbers
 */
export function chartPanel(about, ...before) {
  const chart = makeChart(about.id);
  const table = dataTable(about.title, about.columns);
  const button = el('button', { type: 'button', class: 'quiet', on: { click: () => toggle('tables', about.id) } });
  const empty = el('p', { class: 'empty', text: 'Nothing in this period.' });
  const { element, tools, lead } = panel(about, ...before, chart.element, table.element, empty);
  tools.append(button);
  let drawn = null;

  function arrange() {
    const asTable = isIn('tables', about.id);
    const isEmpty = drawn === null || drawn.rows.length === 0;
    setText(button, asTable ? 'As a chart' : 'As a table');
    setAttribute(button, 'aria-label', `${about.title}: show ${asTable ? 'as a chart' : 'as a table'}`);
    empty.hidden = !isEmpty;
    chart.element.hidden = asTable || isEmpty;
    table.element.hidden = !asTable || isEmpty;
    if (!chart.element.hidden) {
      chart.draw(drawn);
    }
  }

  onChange(arrange);
  arrange();
  return {
    element,
    lead,
    show(next) {
      drawn = next;
      table.show(next.rows);
      arrange();
    },
  };
}
