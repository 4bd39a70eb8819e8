/** One customer's journey: who is asked for, where they stand, and what happened. */
import { askProfile, askTimeline } from './api.js';
import { standing } from './standing.js';
import { el, setText } from './dom.js';
import { choose, state } from './state.js';
import { timeline } from './timeline.js';

const PAGE = 100;

/** @param again asks at once */
export function customer(parent, again) {
  const input = el('input', {
    id: 'profile',
    type: 'text',
    placeholder: 'c:4711',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'profile-hint',
  });
  const form = el(
    'form',
    { class: 'ask', on: { submit } },
    el('label', { class: 'field' }, el('span', { text: 'Profile' }), input),
    el('button', { type: 'submit', class: 'main', text: 'Show the journey' }),
    el('p', { class: 'sub', id: 'profile-hint', text: 'c: and the customer id, or a: and the anonymous id of a device.' }),
  );
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const where = standing();
  const story = timeline(earlier);
  const found = el('div', { class: 'found', hidden: true }, where.element, story.element);
  parent.append(form, problem, found);

  /** What is known of the timeline, the oldest first; and what the earliest page said of what comes before it. */
  let known = [];
  let edge = null;
  let shown = '';

  function submit(event) {
    event.preventDefault();
    const profile = input.value.trim();
    if (profile === state().profile) {
      again();
    }
    choose({ profile });
  }

  function start() {
    known = [];
    edge = null;
    shown = '';
    input.value = state().profile;
    found.hidden = true;
    problem.hidden = true;
  }

  async function round(signal) {
    const { profile } = state();
    if (profile === '') {
      input.focus();
      return { kind: 'idle' };
    }
    const about = await askProfile(profile, signal);
    const latest = about.kind === 'ok' ? await askTimeline(profile, { limit: PAGE }, signal) : about;
    if (latest.kind === 'ok') {
      show(about.body, latest.body);
    } else if (latest.kind === 'refused') {
      refuse(latest);
    }
    return latest.kind === 'ok' || latest.kind === 'refused' ? { kind: 'told' } : latest;
  }

  /** The newest page is asked for again and again; what was known from before it stays. */
  function show(about, latest) {
    const text = JSON.stringify([about, latest]);
    if (text === shown) {
      return;
    }
    shown = text;
    const kept = entriesBefore(latest, known);
    known = [...kept, ...latest.entries];
    edge = kept.length === 0 ? latest : edge;
    problem.hidden = true;
    found.hidden = false;
    where.show(about);
    story.show([...known].reverse(), edge);
  }

  async function earlier() {
    const { profile } = state();
    const answer = await askTimeline(profile, { limit: PAGE, before: edge.before }, new AbortController().signal);
    if (answer.kind === 'ok' && profile === state().profile) {
      known = [...answer.body.entries, ...known];
      edge = answer.body;
      story.show([...known].reverse(), edge);
    }
  }

  function refuse({ error, message }) {
    found.hidden = true;
    problem.hidden = false;
    setText(
      problem,
      error === 'UNKNOWN_PROFILE'
        ? 'Nothing is known of this profile. It was never seen, or was forgotten; is it spelled as in the events, with c: or a: before it?'
        : message,
    );
  }

  start();
  return { round, start };
}

/** Pages never part what happened in one millisecond. */
function entriesBefore({ entries: [first] }, known) {
  return first === undefined ? [] : known.filter(({ at }) => Date.parse(at) < Date.parse(first.at));
}
