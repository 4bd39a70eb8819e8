/**
 * Stages in a row, as a flow chart without circles: what goes on runs along the top, what stays or leaves falls below it, and moves back are
 * arcs over the top. On narrow screens the row runs down the page.
 */
import { arcs } from './arcs.js';
import { dots, hint, stripes } from './chart.js';
import { compact, count, duration, money } from './format.js';
import { colour } from './theme.js';
import { readable } from './words.js';

const NODE = 16;
const NARROW = 640;
const MARGIN = { top: 104, bottom: 12, left: 4, right: 128 };
const NARROW_MARGIN = { top: 8, bottom: 44, left: 84, right: 40 };
const HEIGHT = 430;
const NARROW_HEIGHT = 620;

/** Of the arcs, beside the narrow row or above the wide one. */
const ROOM = 82;
const NARROW_ROOM = 64;

export const stagesHeight = (width) => (width < NARROW ? NARROW_HEIGHT : HEIGHT);

/** A move to the same stage or one before it. */
export function isBackward({ from, to }, order) {
  return from !== null && to !== null && order.indexOf(to) <= order.indexOf(from);
}

export function stagesOption(graph, width) {
  const isNarrow = width < NARROW;
  const margin = isNarrow ? NARROW_MARGIN : MARGIN;
  const flow = flowOf(graph);
  const column = (length(width, margin, isNarrow) - NODE) / flow.columns;
  const row = {
    id: 'flow',
    type: 'sankey',
    ...margin,
    orient: isNarrow ? 'vertical' : 'horizontal',
    nodeWidth: NODE,
    nodeGap: isNarrow ? 58 : 30,
    nodeAlign: 'left',
    layoutIterations: 0,
    draggable: false,
    emphasis: { focus: 'adjacency' },
    data: flow.nodes.map((node) => drawnNode(node, isNarrow, isNarrow ? width / 2 : column - NODE)),
    links: flow.links,
  };
  return {
    tooltip: hint({ trigger: 'item', formatter: ({ data }) => data.told }),
    series: flow.links.length === 0 ? [] : [row],
    graphic: arcs(backward(graph, flow.depth), {
      along: (stage) => (isNarrow ? margin.top : margin.left) + flow.depth.get(stage) * column + NODE / 2,
      base: isNarrow ? margin.left : margin.top,
      room: isNarrow ? NARROW_ROOM : ROOM,
      isNarrow,
    }),
  };
}

/** Of the row, in pixels. */
function length(width, margin, isNarrow) {
  return isNarrow ? NARROW_HEIGHT - margin.top - margin.bottom : width - margin.left - margin.right;
}

/** Moves to an earlier stage; those to the same one are told in the table only. */
function backward(graph, depth) {
  const order = graph.nodes.map((node) => node.name);
  return graph.edges
    .filter((edge) => edge.from !== edge.to && isBackward(edge, order))
    .map((edge) => ({ ...edge, span: depth.get(edge.from) - depth.get(edge.to) }));
}

/** Nodes in their columns, and what runs between them; each stage before what falls off the one before it. */
function flowOf(graph) {
  const order = graph.nodes.map((node) => node.name);
  const forward = graph.edges.filter((edge) => edge.to !== null && !isBackward(edge, order) && edge.count > 0);
  const met = new Set(graph.edges.flatMap((edge) => [edge.from, edge.to]));
  const stages = graph.nodes.filter((node) => met.has(node.name));
  const depth = new Map(stages.map((node, i) => [node.name, i + 1]));
  const started = forward.filter((edge) => edge.from === null).reduce((sum, edge) => sum + edge.count, 0);
  const start = { name: 'start', depth: 0, label: 'Start', count: started, tone: 'calm', told: `${count(started)} started` };
  const nodes = [start];
  const links = forward.map((edge) => link(idOf(edge.from), idOf(edge.to), edge.count, 'flow', toldOfMove(edge)));
  for (const node of stages) {
    const tone = isGoal(node, graph) ? 'goal' : 'flow';
    nodes.push({
      name: idOf(node.name),
      depth: depth.get(node.name),
      label: readable(node.name),
      count: node.in,
      tone,
      told: toldOfStage(node),
    });
  }
  for (const node of stages.filter((each) => !isGoal(each, graph))) {
    fallOff(node, 'stayed', 'Nothing yet', 'calm', depth.get(node.name) + 1, nodes, links);
    fallOff(node, 'left', 'Left', 'lost', depth.get(node.name) + 1, nodes, links);
  }
  return { nodes, links, depth, columns: Math.max(...nodes.map((node) => node.depth), 1) };
}

function fallOff(node, field, label, tone, depth, nodes, links) {
  if (node[field] > 0) {
    const name = `${field}:${node.name}`;
    const told = `${label} after ${readable(node.name)}: ${count(node[field])}`;
    nodes.push({ name, depth, label, count: node[field], tone, told, falls: true });
    links.push(link(idOf(node.name), name, node[field], tone, told));
  }
}

/** It is the goal if more end there than leave. */
function isGoal(node, graph) {
  const ends = graph.edges.find((edge) => edge.from === node.name && edge.to === null)?.count ?? 0;
  return ends > node.left;
}

const idOf = (stage) => (stage === null ? 'start' : `stage:${stage}`);

function link(source, target, value, tone, told) {
  return {
    source,
    target,
    value,
    told,
    lineStyle: { color: colour(tone), opacity: tone === 'flow' ? 0.32 : 0.24, curveness: 0.5 },
  };
}

function toldOfMove(edge) {
  const wait = edge.wait ? `\ntime between: half ${duration(edge.wait.p50)}, 9 of 10 ${duration(edge.wait.p90)}` : '';
  const value = edge.value.length === 0 ? '' : `\n${money(edge.value)}`;
  const from = edge.from === null ? 'Start' : readable(edge.from);
  return `${from} → ${readable(edge.to)}\n${count(edge.count)} moves, ${count(edge.customers)} customers${wait}${value}`;
}

function toldOfStage(node) {
  const moved = `${count(node.in)} came, ${count(node.out)} went on`;
  return `${readable(node.name)}\n${moved}\n${count(node.stayed)} nothing yet, ${count(node.left)} left`;
}

/** @param room pixels for the label */
function drawnNode({ name, depth, label, count: n, tone, told, falls }, isNarrow, room) {
  const ink = colour(falls ? 'muted' : 'text');
  const bold = falls ? 400 : 700;
  return {
    name,
    depth,
    told,
    itemStyle: { color: colour(tone), borderWidth: 0, decal: tone === 'lost' ? stripes() : falls ? dots() : undefined },
    label: {
      show: true,
      ...(isNarrow ? { position: [0, NODE + 4], align: 'left', verticalAlign: 'top' } : { position: 'right', distance: 7 }),
      formatter: isNarrow && falls ? narrowLabel(n, tone) : `{name|${label}}\n{number|${compact(n)}}`,
      width: room,
      overflow: 'truncate',
      lineHeight: 17,
      textBorderColor: colour('panel'),
      textBorderWidth: 3,
      rich: {
        name: { color: ink, fontSize: 13, fontWeight: falls ? 400 : 600 },
        number: { color: ink, fontSize: falls || isNarrow ? 13 : 15, fontWeight: bold },
      },
    },
  };
}

/** What stays is told from what leaves by its dots; there is no room for more words. */
const narrowLabel = (n, tone) => `{number|${compact(n)}}${tone === 'lost' ? '{name| left}' : ''}`;
