/** Moves back, as arcs from stage to stage: over the top of a row, or left of it where it runs down the page. The wider, the more of them. */
import { compact } from './format.js';
import { colour } from './theme.js';

const LOWEST = 26;
const THINNEST = 1.5;
const THICKEST = 6;

/** Pixels between an arc and the stages, and from the middle of a stage to where its arcs begin and end. */
const GAP = 4;
const ASIDE = 3;

/** How far the handles of a curve reach beyond its top. */
const HANDLE = 4 / 3;

/**
 * @param edges moves back, with `span`: how many stages they go back
 * @param place `along(stage)`: where its middle is; `base`: where the stages begin; `room`: of the arcs; `isNarrow`: beside instead of above
 */
export function arcs(edges, place) {
  const most = Math.max(...edges.map((edge) => edge.count), 1);
  const longest = Math.max(...edges.map((edge) => edge.span), 1);
  return edges.flatMap((edge) => {
    const height = LOWEST + (place.room - LOWEST) * (edge.span / longest);
    const thick = THINNEST + (THICKEST - THINNEST) * (edge.count / most);
    return arc(edge, height, thick, place);
  });
}

function arc({ from, to, count }, height, thick, { along, base, isNarrow }) {
  const id = `${from}>${to}`;
  const at = (x, up) => (isNarrow ? [base - GAP - up, x] : [x, base - GAP - up]);
  const [begin, end] = [along(from) - ASIDE, along(to) + ASIDE];
  const [x1, y1] = at(begin, 0);
  const [x2, y2] = at(end, 5);
  const [cpx1, cpy1] = at(begin, height * HANDLE);
  const [cpx2, cpy2] = at(end, height * HANDLE);
  const [x, y] = at((begin + end) / 2, height - thick / 2 - 5);
  const wing = 4 + thick / 2;
  const stroke = { stroke: colour('stake-line'), lineWidth: thick, fill: null, opacity: 0.85 };
  return [
    { id: `arc:${id}`, type: 'bezierCurve', silent: true, shape: { x1, y1, x2, y2, cpx1, cpy1, cpx2, cpy2 }, style: stroke },
    {
      id: `tip:${id}`,
      type: 'polygon',
      silent: true,
      shape: { points: [at(end, 0), at(end - wing, 8), at(end + wing, 8)] },
      style: { fill: colour('stake-line') },
    },
    { id: `word:${id}`, type: 'text', silent: true, x, y, style: word(count, isNarrow) },
  ];
}

function word(count, isNarrow) {
  return {
    text: isNarrow ? compact(count) : `${compact(count)} back`,
    fill: colour('text'),
    fontSize: 12,
    fontFamily: 'system-ui, sans-serif',
    align: isNarrow ? 'left' : 'center',
    verticalAlign: isNarrow ? 'middle' : 'top',
    stroke: colour('panel'),
    lineWidth: 3,
  };
}
