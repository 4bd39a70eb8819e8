/**
 * Questions to the processor. Every question ends in one of a few ways, told by `kind`:
 *
 *   ok          body: what was answered
 *   no-token    nobody has said a token yet
 *   wrong-token the token is not the processor's
 *   not-served  no token is configured there, so nobody is answered
 *   not-ready   it starts, or restores its state; percent, if it says how far it is
 *   busy        others ask just now; it is soon asked again
 *   refused     message: anything else that it says, in its own words; error: its name
 *   unreachable nobody answers
 *   stopped     another question took its place
 */
import { token } from './token.js';

const PATIENCE_MS = 10_000;

export const askMap = (question, signal) => ask(`/map${query(question)}`, signal);
export const askAlerts = (limit, signal) => ask(`/alerts${query({ limit })}`, signal);
export const askProfile = (profile, signal) => ask(`/profiles/${encodeURIComponent(profile)}`, signal);
export const askTimeline = (profile, page, signal) =>
  ask(`/profiles/${encodeURIComponent(profile)}/timeline${query(page)}`, signal);

async function ask(path, signal) {
  if (token() === null) {
    return { kind: 'no-token' };
  }
  try {
    const answer = await fetch(path, {
      headers: { Authorization: `Bearer ${token()}` },
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const body = await json(answer);
    return answer.ok && body !== null ? { kind: 'ok', body } : await refusal(answer.status, body ?? {}, signal);
  } catch {
    return { kind: signal.aborted ? 'stopped' : 'unreachable' };
  }
}

async function refusal(status, { error, message }, signal) {
  if (status === 401 || status === 403) {
    return { kind: 'wrong-token' };
  }
  if (error === 'NOT_SERVED') {
    return { kind: 'not-served' };
  }
  if (error === 'BUSY') {
    return { kind: 'busy' };
  }
  if (status === 503) {
    return { kind: 'not-ready', percent: await restoredPercent(signal) };
  }
  return { kind: 'refused', error: error ?? String(status), message: message ?? `The processor answered with ${status}.` };
}

async function restoredPercent(signal) {
  try {
    const status = await json(await fetch('/status', { cache: 'no-store', signal }));
    return status?.restoredPercent;
  } catch {
    return undefined;
  }
}

async function json(answer) {
  try {
    return await answer.json();
  } catch {
    return null;
  }
}

function query(values) {
  const said = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '' && value !== undefined));
  const text = said.toString();
  return text === '' ? '' : `?${text}`;
}
