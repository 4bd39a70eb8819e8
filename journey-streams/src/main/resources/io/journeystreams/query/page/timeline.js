/** What happened to one customer and what was decided about it, newest first, with the reason of each decision. */
import { el, setAttribute, setText } from './dom.js';
import { clockTime, count, dayTime, duration, weekday } from './format.js';
import { visitWords } from './standing.js';
import { isIn, onChange, toggle } from './state.js';
import { channel, churnKind, decision, graph, readable, reason, rule, subject } from './words.js';

const SORTS = [
  { id: 'EVENT', label: 'Events' },
  { id: 'SESSION', label: 'Visits' },
  { id: 'TRANSITION', label: 'Stages' },
  { id: 'DECISION', label: 'Decisions' },
];

const DIRECTIONS = {
  FORWARD: 'went on',
  SKIP: 'went on, past a stage',
  BACKWARD: 'turned back',
  REENTRY: 'came in again',
  LAPSE: 'fell silent',
  REACTIVATE: 'came back',
};

const TELL = { EVENT: tellEvent, SESSION: tellSession, TRANSITION: tellTransition, DECISION: tellDecision };

export function timeline(earlier) {
  const kinds = el('div', { class: 'segmented', role: 'group', 'aria-label': 'What is shown' }, ...SORTS.map(kindButton));
  const list = el('div', { class: 'timeline', id: 'timeline' });
  const more = el('button', { type: 'button', on: { click: earlier } });
  const element = el(
    'section',
    { class: 'panel', 'aria-labelledby': 'timeline-title' },
    el('header', {}, el('h2', { id: 'timeline-title', text: 'What happened' }), kinds),
    list,
    more,
  );

  function arrange() {
    for (const button of kinds.children) {
      setAttribute(button, 'aria-pressed', String(!isIn('hide', button.dataset.kind)));
    }
    setAttribute(
      list,
      'data-hide',
      SORTS.filter(({ id }) => isIn('hide', id))
        .map(({ id }) => id)
        .join(' '),
    );
  }

  onChange(arrange);
  arrange();
  return {
    element,
    /**
     * @param entries newest first
     * @param last the earliest page
     */
    show(entries, last) {
      list.replaceChildren(...byDay(entries).flatMap(({ day, of }) => [el('h3', { text: day }), el('ol', {}, ...of.map(entry))]));
      if (entries.length === 0) {
        list.replaceChildren(
          el('p', { class: 'empty', text: 'Nothing is kept of what happened: events are kept for three days.' }),
        );
      }
      more.hidden = !(last.leftOut > 0);
      setText(more, `Show earlier (${count(last.leftOut)} more)`);
    },
  };
}

function kindButton({ id, label }) {
  return el('button', { type: 'button', 'data-kind': id, text: label, on: { click: () => toggle('hide', id) } });
}

function byDay(entries) {
  const days = [];
  for (const each of entries) {
    const day = weekday(each.at);
    if (days.at(-1)?.day !== day) {
      days.push({ day, of: [] });
    }
    days.at(-1).of.push(each);
  }
  return days;
}

function entry(each) {
  const { title, text, why } = (TELL[each.entry] ?? tellOther)(each);
  return el(
    'li',
    { 'data-entry': each.entry },
    el('time', { datetime: each.at, text: clockTime(each.at) }),
    el(
      'div',
      {},
      el('p', { class: 'what', text: title }),
      text && el('p', { class: 'sub', text }),
      why && el('p', { class: 'why', text: why }),
    ),
  );
}

function tellEvent(event) {
  const about = [
    event.channel && channel(event.channel),
    event.device && readable(event.device),
    event.source && readable(event.source),
    event.cartId && `cart ${event.cartId}`,
    event.orderId && `order ${event.orderId}`,
    event.late && 'came days late',
    event.test && 'a test',
  ];
  return { title: readable(event.type), text: joined(about) };
}

function tellSession(session) {
  return { title: 'Visit', text: visitWords(session) };
}

function tellTransition(move) {
  const from = move.from ? `${readable(move.from)} → ` : '';
  const about = [
    graph(move.layer.toLowerCase()),
    move.from ? (DIRECTIONS[move.direction] ?? readable(move.direction)) : 'began',
    move.timeSpentMs > 0 && `after ${duration(move.timeSpentMs)}`,
    move.goalReached && 'goal reached',
    move.reason && `reason: ${readable(move.reason).toLowerCase()}`,
  ];
  return {
    title: `Stage: ${from}${readable(move.to)}`,
    text: joined(about),
    why: `Because of: ${readable(move.rule).toLowerCase()}`,
  };
}

function tellDecision(made) {
  const what = made.kind === undefined ? 'Decision' : made.subjectId === undefined ? churnKind(made.kind) : subject(made.kind);
  const about = [
    made.deadline && made.decision !== 'ABANDONED' && `until ${dayTime(made.deadline)}`,
    made.times > 1 && `${count(made.times)} times`,
    made.by && `by: ${subject(made.by.kind).toLowerCase()}`,
    made.publication && publication(made.publication),
  ];
  return { title: `${what}: ${decision(made.decision)}`, text: joined(about), why: because(made) };
}

function tellOther(each) {
  return { title: readable(each.entry), text: '' };
}

function publication({ state, actionable, reason: gate }) {
  if (state !== 'PUBLISHED') {
    return state === 'NEEDLESS' ? 'taken back before anybody was told' : 'waits until everything has been read';
  }
  return actionable ? 'may be acted on' : `not to be acted on${gate ? `: ${reason(gate)}` : ''}`;
}

/** Reason, rule and the event that it rests on. */
function because({ reason: code, rule: number, evidence }) {
  const sentence = rule(number);
  return [
    code && `Because: ${reason(code)}.`,
    sentence === '' ? `Rule ${number}.` : `${sentence.slice(0, -1)} (rule ${number}).`,
    evidence && `Rests on: ${evidence.type ? readable(evidence.type).toLowerCase() : 'event'} ${evidence.eventId}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

const joined = (parts) => parts.filter(Boolean).join(' · ');
