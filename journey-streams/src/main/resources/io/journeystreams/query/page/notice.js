/** Why there is nothing to see, or not everything: one place for it, at the top, in plain words with what to do. */
import { el, setText } from './dom.js';
import { clockTime, count } from './format.js';
import { forgetToken, keepToken } from './token.js';

export function notice(again) {
  const title = el('h2');
  const text = el('p');
  const progress = el('progress', { max: 100, 'aria-label': 'Restored' });
  const form = tokenForm(again);
  const element = el('section', { class: 'notice', hidden: true, role: 'status' }, title, text, progress, form.element);
  let kind = 'ok';
  return {
    element,
    /** @param answer of the api; @param since when there were numbers last, or null */
    show(answer, since) {
      const told = tell(answer, since);
      element.hidden = told === null;
      element.dataset.kind = answer.kind;
      if (told !== null) {
        setText(title, told.title);
        setText(text, told.text);
        progress.hidden = told.percent === undefined;
        progress.value = told.percent ?? 0;
        form.element.hidden = !told.asksForToken;
        if (told.asksForToken && kind !== answer.kind) {
          form.focus();
        }
      }
      kind = answer.kind;
    },
  };
}

function tell(answer, since) {
  const kept = since === null ? '' : ` What you see is from ${clockTime(since)}.`;
  switch (answer.kind) {
    case 'ok':
      return tellGaps(answer.body);
    case 'no-token':
      return {
        title: 'The token, please',
        text: 'The numbers are only for those who know the processor’s token: what http.token is set to there.',
        asksForToken: true,
      };
    case 'wrong-token':
      return {
        title: 'That is not the token',
        text: 'The processor has another http.token. Please try again.',
        asksForToken: true,
      };
    case 'not-served':
      return {
        title: 'The processor answers nobody yet',
        text: 'Set http.token in its configuration, at least 16 characters, and start it again. Then come back here with that token.',
      };
    case 'not-ready':
      return {
        title: 'The processor is starting',
        text:
          (answer.percent === undefined
            ? 'It takes over its part of the data.'
            : `It restores what it knew: ${answer.percent} % so far.`) +
          ' This page goes on by itself.' +
          kept,
        percent: answer.percent,
      };
    case 'unreachable':
      return { title: 'The processor does not answer', text: `It may be restarting. This page keeps asking.${kept}` };
    case 'refused':
      return { title: 'This could not be answered', text: answer.message };
    default:
      return null;
  }
}

/** The answer is there, but not whole. */
function tellGaps({ partitions, clock }) {
  if (partitions !== undefined && partitions.answered < partitions.of) {
    return {
      title: 'Not everything is counted',
      text: `${count(partitions.answered)} of ${count(partitions.of)} parts of the data answer; the others are being restored, or their instance cannot be reached. The numbers below are too small for now.`,
    };
  }
  return clock === null
    ? {
        title: 'Waiting for the first events',
        text: 'The processor runs, and has seen no events yet. As soon as some come, the map fills by itself.',
      }
    : null;
}

function tokenForm(again) {
  const input = el('input', {
    type: 'password',
    id: 'token',
    autocomplete: 'current-password',
    required: true,
    spellcheck: 'false',
  });
  const form = el(
    'form',
    {
      class: 'token',
      on: {
        submit: (event) => {
          event.preventDefault();
          keepToken(input.value.trim());
          input.value = '';
          again();
        },
      },
    },
    el('label', { class: 'field' }, el('span', { text: 'Token' }), input),
    el('button', { type: 'submit', class: 'main', text: 'Open' }),
    el('p', { class: 'sub', text: 'It stays in this tab until you close it, and goes to this processor only.' }),
  );
  return { element: form, focus: () => input.focus() };
}

/** A token that was refused is not said again. */
export function dropWrongToken({ kind }) {
  if (kind === 'wrong-token') {
    forgetToken();
  }
}
