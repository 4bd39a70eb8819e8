/** The reader's token: kept for this tab only, until it is closed or the token turns out to be wrong. */

const KEY = 'journey-token';

export const token = () => sessionStorage.getItem(KEY);
export const keepToken = (text) => sessionStorage.setItem(KEY, text);
export const forgetToken = () => sessionStorage.removeItem(KEY);

/** A link may bring the token behind its `#`. It is taken out of the address at once: who copies the address does not copy it. */
export function takeTokenFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const brought = given.get('token');
  if (brought === null) {
    return;
  }
  keepToken(brought);
  given.delete('token');
  const rest = given.toString();
  history.replaceState(null, '', rest === '' ? location.pathname : `#${rest}`);
}
