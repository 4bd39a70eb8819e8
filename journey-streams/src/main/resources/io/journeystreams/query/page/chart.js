/** A place where the chart library draws: made when it is first seen, drawn again only when something changed. */
import { el, setAttribute } from './dom.js';
import { colour, onTheme } from './theme.js';

const calm = matchMedia('(prefers-reduced-motion: reduce)');

export function makeChart(id) {
  const element = el('div', { class: 'chart', id: `${id}-chart`, role: 'img' });
  let chart = null;
  let last = null;
  let shown = '';

  function draw(next) {
    last = next;
    if (element.clientWidth === 0 || !window.echarts) {
      return;
    }
    element.style.height = `${next.height(element.clientWidth)}px`;
    setAttribute(element, 'aria-label', next.summary);
    const option = { ...look(), ...next.option(element.clientWidth) };
    const text = JSON.stringify([next.kind, element.clientWidth, option]);
    if (text === shown) {
      return;
    }
    shown = text;
    chart ??= window.echarts.init(element, null, { renderer: 'canvas' });
    chart.resize();
    chart.setOption(option, { replaceMerge: ['series', 'graphic'] });
  }

  const again = () => last !== null && !element.hidden && draw(last);
  new ResizeObserver(again).observe(element);
  onTheme(again);
  document.addEventListener('charts-loaded', again);
  return { element, draw };
}

/** What all charts have in common. Hints are drawn, not written into the page: they can carry no markup. */
function look() {
  return {
    animation: !calm.matches,
    animationDuration: 300,
    animationDurationUpdate: 300,
    backgroundColor: 'transparent',
    textStyle: { color: colour('text'), fontFamily: 'system-ui, sans-serif', fontSize: 13 },
    tooltip: hint(),
  };
}

export function hint(more = {}) {
  return {
    renderMode: 'richText',
    confine: true,
    backgroundColor: colour('panel'),
    borderColor: colour('line-strong'),
    textStyle: { color: colour('text'), fontSize: 13, lineHeight: 19 },
    ...more,
  };
}

/** Stripes, so that what is lost is told from the rest without its colour. */
export const stripes = () => ({
  symbol: 'rect',
  color: colour('stripe'),
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
});

/** Dots, for what still waits. */
export const dots = () => ({
  symbol: 'circle',
  color: colour('stripe'),
  dashArrayX: [
    [5, 5],
    [0, 5, 5, 0],
  ],
  dashArrayY: [5, 0],
  symbolSize: 0.7,
});
