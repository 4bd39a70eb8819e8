/**
 * Stages in a row, as a flow chart without circles: what goes on runs along the top, what stays or leaves falls below it, and moves back are
 * arcs over the top. On narrow screens the row runs down the page.
 */
import { dots, hint, stripes } from './chart.js';
import { compact, count, duration, money } from './format.js';
import { colour } from './theme.js';
import { readable } from './words.js';

const NODE = 16;
const NARROW = 640;
const MARGIN = { top: 104, bottom: 12, left: 4, right: 128 };
const NARROW_MARGIN = { top: 8, bottom: 44, left: 84, right: 40 };

/** A move to the same stage or one before it. */
export function isBackward({ from, to }, order) {
  return from !== null && to !== null && order.indexOf(to) <= order.indexOf(from);
}

export function stagesOption(graph, width) {
  const isNarrow = width < NARROW;
  const margin = isNarrow ? NARROW_MARGIN : MARGIN;
  const flow = flowOf(graph);
  const room = isNarrow ? width / 2 : (width - margin.left - margin.right) / flow.columns - NODE;
  return {
    tooltip: hint({ trigger: 'item', formatter: ({ data }) => data.told }),
    series: [
      {
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
        data: flow.nodes.map((node) => drawnNode(node, isNarrow, room)),
        links: flow.links,
      },
    ],
    graphic: arcs(graph, flow, { margin, isNarrow, width }),
  };
}

/** Nodes in their columns, and what runs between them; each stage before what falls off the one before it. */
function flowOf(graph) {
  const order = graph.nodes.map((node) => node.name);
  const forward = graph.edges.filter((edge) => edge.to !== null && !isBackward(edge, order) && edge.count > 0);
  const met = new Set(forward.flatMap((edge) => [edge.from, edge.to]));
  const stages = graph.nodes.filter((node) => met.has(node.name));
  const depth = new Map(stages.map((node, i) => [node.name, i + 1]));
  const started = forward.filter((edge) => edge.from === null).reduce((sum, edge) => sum + edge.count, 0);
  const start = { name: 'start', depth: 0, label: 'Start', count: started, tone: 'calm', told: `${count(started)} started` };
  const nodes = [start];
  const links = forward.map((edge) => link(idOf(edge.from), idOf(edge.to), edge.count, 'flow', toldOfMove(edge)));
  for (const node of stages) {
    const tone = isGoal(node, graph) ? 'goal' : 'flow';
    nodes.push({ name: idOf(node.name), depth: depth.get(node.name), label: readable(node.name), count: node.in, tone, told: toldOfStage(node) });
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
  return { source, target, value, told, lineStyle: { color: colour(tone), opacity: tone === 'flow' ? 0.32 : 0.24, curveness: 0.5 } };
}

function toldOfMove(edge) {
  const wait = edge.wait ? `\ntime between: half ${duration(edge.wait.p50)}, 9 of 10 ${duration(edge.wait.p90)}` : '';
  const value = edge.value.length === 0 ? '' : `\n${money(edge.value)}`;
  return `${edge.from === null ? 'Start' : readable(edge.from)} → ${readable(edge.to)}\n${count(edge.count)} moves, ${count(edge.customers)} customers${wait}${value}`;
}

function toldOfStage(node) {
  return `${readable(node.name)}\n${count(node.in)} came, ${count(node.out)} went on\n${count(node.stayed)} nothing yet, ${count(node.left)} left`;
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
      formatter: isNarrow ? narrowLabel(label, n, tone, falls) : n === undefined ? `{name|${label}}` : `{name|${label}}\n{number|${compact(n)}}`,
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
function narrowLabel(label, n, tone, falls) {
  if (n === undefined) {
    return `{name|${label}}`;
  }
  return falls ? `{number|${compact(n)}}${tone === 'lost' ? '{name| left}' : ''}` : `{name|${label}}\n{number|${compact(n)}}`;
}

/** Moves back: over the top from stage to stage, the wider the more of them. */
function arcs(graph, { depth, columns }, { margin, isNarrow, width }) {
  const order = graph.nodes.map((node) => node.name);
  const back = graph.edges.filter((edge) => isBackward(edge, order) && depth.has(edge.from) && depth.has(edge.to) && edge.from !== edge.to);
  const most = Math.max(...back.map((edge) => edge.count), 1);
  const longest = Math.max(...back.map((edge) => depth.get(edge.from) - depth.get(edge.to)), 1);
  const room = isNarrow ? 620 - margin.top - margin.bottom : width - margin.left - margin.right;
  const along = (stage) => (isNarrow ? margin.top : margin.left) + (depth.get(stage) * (room - NODE)) / columns + NODE / 2;
  return back.flatMap((edge) => {
    const span = depth.get(edge.from) - depth.get(edge.to);
    const height = 26 + (isNarrow ? 38 : 56) * (span / longest);
    return arc(edge, along(edge.from), along(edge.to), height, 1.5 + 4.5 * (edge.count / most), isNarrow ? margin.left : margin.top, isNarrow);
  });
}

function arc(edge, from, to, height, thick, edgeAt, isNarrow) {
  const id = `${edge.from}>${edge.to}`;
  const base = edgeAt - 4;
  const point = (along, up) => (isNarrow ? { x: base - up, y: along } : { x: along, y: base - up });
  const start = point(from - 3, 0);
  const end = point(to + 3, 5);
  const c1 = point(from - 3, height * 1.33);
  const c2 = point(to + 3, height * 1.33);
  const inside = point((from + to) / 2, height - thick / 2 - 5);
  const tip = point(to + 3, 0);
  const wing = 4 + thick / 2;
  const wings = isNarrow ? [[tip.x - 8, tip.y - wing], [tip.x - 8, tip.y + wing]] : [[tip.x - wing, tip.y - 8], [tip.x + wing, tip.y - 8]];
  return [
    {
      id: `arc:${id}`,
      type: 'bezierCurve',
      silent: true,
      shape: { x1: start.x, y1: start.y, x2: end.x, y2: end.y, cpx1: c1.x, cpy1: c1.y, cpx2: c2.x, cpy2: c2.y },
      style: { stroke: colour('stake-line'), lineWidth: thick, fill: null, opacity: 0.85 },
    },
    { id: `tip:${id}`, type: 'polygon', silent: true, shape: { points: [[tip.x, tip.y], ...wings] }, style: { fill: colour('stake-line') } },
    {
      id: `word:${id}`,
      type: 'text',
      silent: true,
      x: inside.x,
      y: inside.y,
      style: {
        text: isNarrow ? compact(edge.count) : `${compact(edge.count)} back`,
        fill: colour('text'),
        fontSize: 12,
        fontFamily: 'system-ui, sans-serif',
        align: isNarrow ? 'left' : 'center',
        verticalAlign: isNarrow ? 'middle' : 'top',
        stroke: colour('panel'),
        lineWidth: 3,
      },
    },
  ];
}
