/** Touchpoints follow one another in any order. So each stands twice: on the left as what came first, on the right as what came next. */
import { dots, hint } from './chart.js';
import { compact, count, duration } from './format.js';
import { colour } from './theme.js';
import { channel } from './words.js';

const NARROW = 640;

export const pairsHeight = () => 420;

export function pairsOption(graph, width) {
  const side = width < NARROW ? 112 : 190;
  const edges = graph.edges.filter((edge) => edge.count > 0);
  const names = graph.nodes.map((node) => node.name);
  const present = (end) => [null, ...names].filter((name) => edges.some((edge) => edge[end] === name));
  const stayed = graph.nodes.filter((node) => node.stayed > 0);
  return {
    tooltip: hint({ trigger: 'item', formatter: ({ data }) => data.told }),
    graphic: [],
    series: [
      {
        id: 'flow',
        type: 'sankey',
        top: 8,
        bottom: 12,
        left: side,
        right: side,
        nodeWidth: 16,
        nodeGap: 13,
        nodeAlign: 'left',
        layoutIterations: 0,
        draggable: false,
        emphasis: { focus: 'adjacency' },
        data: [
          ...present('from').map((name) => node('from', name, edges)),
          ...present('to')
            .filter((name) => name !== null)
            .map((name) => node('to', name, edges)),
          ...(edges.some((edge) => edge.to === null) ? [node('to', null, edges)] : []),
          ...(stayed.length > 0 ? [nothingYet(stayed)] : []),
        ],
        links: [...edges.map(drawnLink), ...stayed.map(stayedLink)],
      },
    ],
  };
}

const idOf = (end, name) => `${end}:${name ?? ''}`;
const nameOf = (end, name) => (name === null ? (end === 'from' ? 'Start' : 'End') : channel(name));

function node(end, name, edges) {
  const n = edges.filter((edge) => edge[end] === name).reduce((sum, edge) => sum + edge.count, 0);
  return drawnNode(idOf(end, name), end, nameOf(end, name), n, name === null ? 'calm' : 'flow');
}

function nothingYet(stayed) {
  const n = stayed.reduce((sum, each) => sum + each.stayed, 0);
  return {
    ...drawnNode('to:nothing yet', 'to', 'Nothing yet', n, 'calm'),
    itemStyle: { color: colour('calm'), borderWidth: 0, decal: dots() },
  };
}

function drawnNode(id, end, name, n, tone) {
  return {
    name: id,
    depth: end === 'from' ? 0 : 1,
    told: `${name}\n${count(n)} ${end === 'from' ? 'went on from there' : 'came next'}`,
    itemStyle: { color: colour(tone), borderWidth: 0 },
    label: {
      show: true,
      position: end === 'from' ? 'left' : 'right',
      formatter: `{name|${name}} {number|${compact(n)}}`,
      rich: { name: { color: colour('text'), fontSize: 12 }, number: { color: colour('text'), fontSize: 12, fontWeight: 700 } },
    },
  };
}

function drawnLink(edge) {
  const wait = edge.wait ? `\ntime between: half ${duration(edge.wait.p50)}, 9 of 10 ${duration(edge.wait.p90)}` : '';
  return {
    source: idOf('from', edge.from),
    target: idOf('to', edge.to),
    value: edge.count,
    told: `${nameOf('from', edge.from)} → ${nameOf('to', edge.to)}\n${count(edge.count)} times, ${count(edge.customers)} customers${wait}`,
    lineStyle: { color: colour(edge.from === null || edge.to === null ? 'calm' : 'flow'), opacity: 0.3, curveness: 0.5 },
  };
}

function stayedLink(node) {
  return {
    source: idOf('from', node.name),
    target: 'to:nothing yet',
    value: node.stayed,
    told: `Nothing after ${channel(node.name)} yet: ${count(node.stayed)}`,
    lineStyle: { color: colour('calm'), opacity: 0.24, curveness: 0.5 },
  };
}
