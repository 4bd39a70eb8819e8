/**
 * What is looked at: the view, its period and filters. It stands in the address behind the `#`, so that a link keeps it and the server
 * never sees it; the token never stands there.
 */

const DEFAULTS = {
  view: 'map',
  period: '1h',
  from: '',
  to: '',
  channel: '',
  device: '',
  segment: '',
  graph: 'mission',
  profile: '',
  tables: '',
  hide: '',
};

const listeners = new Set();
let current = read();

/** Called with the new state and the one before. */
export function onChange(listener) {
  listeners.add(listener);
}

export const state = () => current;

/** What was chosen. A choice is a step that the browser's "back" takes back; how something is shown is not. */
export const choose = (change) => move(change, 'pushState');
export const adjust = (change) => move(change, 'replaceState');

/** The address of a view that differs from the current one. */
export const linkTo = (change) => `#${write({ ...current, ...change })}`;

/** Names in a list that is kept as one text, such as the charts that are shown as tables. */
export const isIn = (list, name) => current[list].split(',').includes(name);

export function toggle(list, name) {
  const names = current[list].split(',').filter((each) => each !== '' && each !== name);
  adjust({ [list]: (isIn(list, name) ? names : [...names, name]).join(',') });
}

window.addEventListener('popstate', () => become(read()));
window.addEventListener('hashchange', () => become(read()));

function move(change, how) {
  const next = { ...current, ...change };
  const text = write(next);
  if (text !== write(current)) {
    history[how](null, '', text === '' ? location.pathname : `#${text}`);
    become(next);
  }
}

function become(next) {
  const before = current;
  if (write(next) === write(before)) {
    return;
  }
  current = next;
  listeners.forEach((listener) => listener(current, before));
}

function read() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(Object.entries(DEFAULTS).map(([name, usual]) => [name, given.get(name) ?? usual]));
}

function write(values) {
  const said = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (values[name] !== usual) {
      said.set(name, values[name]);
    }
  }
  return said.toString();
}
