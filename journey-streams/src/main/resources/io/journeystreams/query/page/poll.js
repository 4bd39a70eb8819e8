/**
 * Asks again and again, one question at a time, and not while nobody looks. `ask(signal)` does the asking and the showing and says after how
 * many milliseconds to ask again.
 */
export function poll(ask) {
  let timer;
  let running = null;

  async function round() {
    clearTimeout(timer);
    running?.abort();
    if (document.hidden) {
      return;
    }
    const turn = new AbortController();
    running = turn;
    const pauseMs = await ask(turn.signal);
    if (running === turn) {
      running = null;
      timer = setTimeout(round, pauseMs);
    }
  }

  function stop() {
    clearTimeout(timer);
    running?.abort();
    running = null;
  }

  document.addEventListener('visibilitychange', () => (document.hidden ? stop() : round()));
  return { now: round, stop };
}
