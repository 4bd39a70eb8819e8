/** Says loudly that payments fail more than they used to, whatever period is looked at. */
import { el, setText } from './dom.js';
import { count, minuteTime, money, percent } from './format.js';
import { outbreak } from './outbreak.js';
import { choose } from './state.js';

const TITLE = document.title;

export function paymentsAlarm() {
  const title = el('strong', { role: 'alert' });
  const text = el('span');
  const look = el('button', {
    type: 'button',
    text: 'See the last hour',
    on: { click: () => choose({ view: 'map', period: '1h', from: '', to: '', channel: '', device: '', segment: '' }) },
  });
  const element = el(
    'div',
    { class: 'alarm', id: 'alarm', hidden: true },
    el('span', { class: 'alarm-sign', 'aria-hidden': 'true', text: '!' }),
    el('p', {}, title, ' ', text),
    look,
  );
  return {
    element,
    /** @param map the last hour by minutes, unfiltered */
    show(map) {
      const found = outbreak(map.series);
      element.hidden = found === null;
      document.title = found === null ? TITLE : `Payments are failing · ${TITLE}`;
      if (found !== null) {
        const lost = map.friction.find((row) => row.kind === 'PAYMENT_FAILED');
        setText(
          title,
          found.since === null ? 'Payments are failing.' : `Payments have been failing since ${minuteTime(found.since)}.`,
        );
        setText(
          text,
          [told(found), lost && `${money(lost.value)} was in those carts within the hour.`].filter(Boolean).join(' '),
        );
      }
    },
  };
}

function told({ since, minutes, failed, share, before }) {
  const now = `In the last ${minutes} minutes ${count(failed)} failed, ${percent(share)} of all that ended`;
  return since === null ? `${now}.` : `${now}; before that it was ${percent(before)}.`;
}
