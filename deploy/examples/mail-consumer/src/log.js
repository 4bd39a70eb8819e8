/**
 * Logs as JSON lines. What is logged are ids, codes and counts: no address, no name, no text of an alert.
 *
 * @typedef {(event: string, facts?: Record<string, unknown>) => void} Log
 */

/**
 * @param {(line: string) => void} write
 * @param {() => number} clock epoch milliseconds
 * @returns {{info: Log, warn: Log, error: Log}}
 */
export function jsonLines(write = line => process.stdout.write(line), clock = Date.now) {
  const at = level => (event, facts = {}) =>
    write(`${JSON.stringify({ time: new Date(clock()).toISOString(), level, event, ...facts })}\n`)
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/**
 * What may be said of an error: its class and codes. Its message may quote an address.
 *
 * @param {any} error
 */
export function codesOf(error) {
  const cause = error?.errors?.[0] ?? error?.cause
  return {
    error: error?.name ?? 'Error',
    code: error?.code ?? error?.apiId,
    reply: error?.responseCode,
    cause: cause?.apiId ?? cause?.code
  }
}
