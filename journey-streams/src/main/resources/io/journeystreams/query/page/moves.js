/** The map itself: how customers move between stages or touchpoints, where they stay, turn back and leave. */
import { el, repeat, setAttribute, setText } from './dom.js';
import { count, duration, moneyCell } from './format.js';
import { chartPanel } from './panel.js';
import { pairsHeight, pairsOption } from './pairs.js';
import { isBackward, stagesHeight, stagesOption } from './stages.js';
import { choose, state } from './state.js';
import { channel, graph as graphName, readable } from './words.js';

const COLUMNS = [
  { head: 'From', cell: (row) => row.from },
  { head: 'To', cell: (row) => ({ text: row.to, sub: row.note }) },
  { head: 'Moves', number: true, cell: (row) => count(row.count) },
  { head: 'Customers', number: true, cell: (row) => (row.customers === undefined ? '–' : count(row.customers)) },
  { head: 'Again by the same', number: true, cell: (row) => (row.loops === undefined ? '–' : count(row.loops)) },
  { head: 'Time between, half', number: true, cell: (row) => duration(row.wait?.p50) },
  { head: '9 of 10', number: true, cell: (row) => duration(row.wait?.p90) },
  { head: '99 of 100', number: true, cell: (row) => duration(row.wait?.p99) },
  { head: 'Value', number: true, cell: (row) => moneyCell(row.value ?? []) },
];

const OF_STAGES = 'Striped: left without the goal. Dotted: nothing after it yet. Arcs lead back.';
const OF_TOUCHPOINTS = 'On the left what came first, on the right what came next. Dotted: nothing after it yet.';

export function moves() {
  const choices = el('div', { class: 'segmented', role: 'group', 'aria-label': 'Which moves' });
  const backward = el('p', { class: 'finding', id: 'backward' });
  const view = chartPanel(
    {
      id: 'moves',
      title: 'How they move',
      lead: OF_STAGES,
      columns: COLUMNS,
      wide: true,
    },
    choices,
  );
  view.element.append(backward);
  return {
    element: view.element,
    show(map) {
      const graph = map.graphs.find((each) => each.name === state().graph) ?? map.graphs[0];
      repeat(choices, map.graphs, makeChoice, (button, each) => showChoice(button, each, graph));
      if (graph === undefined) {
        return;
      }
      const isPairs = graph.name === 'touchpoint';
      const name = isPairs ? channel : readable;
      view.show({
        kind: graph.name,
        rows: rows(graph, name),
        summary: summary(graph, name),
        height: isPairs ? pairsHeight : stagesHeight,
        option: (width) => (isPairs ? pairsOption(graph, width) : stagesOption(graph, width)),
      });
      setText(view.lead, isPairs ? OF_TOUCHPOINTS : OF_STAGES);
      setText(backward, isPairs ? '' : backwardWords(graph, name));
    },
  };
}

function makeChoice() {
  return el('button', { type: 'button', on: { click: ({ target }) => choose({ graph: target.dataset.graph }) } });
}

function showChoice(button, { name }, chosen) {
  setText(button, graphName(name));
  button.dataset.graph = name;
  setAttribute(button, 'aria-pressed', String(name === chosen?.name));
}

/** Every move, and what did not move on: the numbers of the drawing. */
function rows(graph, name) {
  const order = graph.nodes.map((node) => node.name);
  const edges = graph.edges.map((edge) => ({
    ...edge,
    from: edge.from === null ? 'Start' : name(edge.from),
    to: edge.to === null ? 'End' : name(edge.to),
    note: isBackward(edge, order) && graph.name !== 'touchpoint' ? 'back' : '',
  }));
  const still = graph.nodes.flatMap((node) => [
    node.stayed > 0 && { from: name(node.name), to: 'Nothing yet', note: '', count: node.stayed },
    node.left > 0 && { from: name(node.name), to: 'Left', note: 'without the goal', count: node.left },
  ]);
  return [...edges.sort((a, b) => b.count - a.count), ...still.filter(Boolean)];
}

function summary(graph, name) {
  const told = graph.nodes
    .filter((node) => node.in > 0)
    .map(
      (node) =>
        `${name(node.name)}: ${count(node.in)} came, ${count(node.out)} went on, ${count(node.stayed)} nothing yet, ${count(node.left)} left`,
    );
  return `Flow from stage to stage. ${told.join('. ')}.`;
}

function backwardWords(graph, name) {
  const order = graph.nodes.map((node) => node.name);
  const back = graph.edges.filter((edge) => isBackward(edge, order)).sort((a, b) => b.count - a.count);
  return back.length === 0
    ? ''
    : `Turned back: ${back.map((edge) => `${count(edge.count)} from ${name(edge.from)} to ${name(edge.to)}`).join(', ')}.`;
}
