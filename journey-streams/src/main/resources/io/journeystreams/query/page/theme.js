/** Light or dark: as the system has it, until the reader chooses. */
import { setText } from './dom.js';

const KEY = 'journey-theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set();

export const isDark = () => (localStorage.getItem(KEY) ?? (system.matches ? 'dark' : 'light')) === 'dark';
export const onTheme = (listener) => listeners.add(listener);

/** A colour of the page's style sheet, for what is drawn on a canvas. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

export function startTheme(button) {
  const show = () => {
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
    setText(button, isDark() ? 'Light' : 'Dark');
    button.setAttribute('aria-label', isDark() ? 'Switch to light colours' : 'Switch to dark colours');
    listeners.forEach((listener) => listener());
  };
  button.addEventListener('click', () => {
    localStorage.setItem(KEY, isDark() ? 'light' : 'dark');
    show();
  });
  system.addEventListener('change', show);
  show();
}
