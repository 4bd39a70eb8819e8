/**
 * The rules of a consumer of alerts, without Kafka, disk and mail: what is known of each alert, what waits, and what is due.
 *
 * @typedef {import('./alerts.js').Alert} Alert
 * @typedef {{revision: number, emittedAt: number, waiting: Alert | null, retryAt: number, tries: number}} Entry
 */
const ENDED = new Set(['RECOVERED', 'RETRACTED', 'EXPIRED'])

/** What one mail is about: an alert and its step. However often the same is told, it is one mail. */
export const mailKey = ({ alertId, step }) => `${alertId}/${step}`

export class Book {
  /** @type {Map<string, Entry>} by alert id */
  #entries = new Map()
  /** @type {Map<string, Entry>} those with something that waits */
  #waiting = new Map()
  #maxAgeMs
  #isSettled

  /**
   * @param {number} maxAgeMs older alerts are never sent
   * @param {(key: string) => boolean} isSettled whether a mail was sent or given up before
   */
  constructor(maxAgeMs, isSettled) {
    this.#maxAgeMs = maxAgeMs
    this.#isSettled = isSettled
  }

  /**
   * Takes in what the topic says.
   *
   * @param {Alert} alert
   * @param {number} nowMs
   * @returns {string} what became of it, to be counted
   */
  add(alert, nowMs) {
    const before = this.#entries.get(alert.alertId)
    if (before && alert.revision <= before.revision) {
      return 'REPEATED'
    }
    const entry = { revision: alert.revision, emittedAt: alert.emittedAt, waiting: null, retryAt: 0, tries: 0 }
    this.#entries.set(alert.alertId, entry)
    this.#waiting.delete(alert.alertId)
    const verdict = this.#judge(alert, nowMs)
    if (verdict === 'WAITING') {
      entry.waiting = alert
      this.#waiting.set(alert.alertId, entry)
    } else if (before?.waiting) {
      return `${verdict}_DROPPED`
    }
    return verdict
  }

  /** The alerts whose time has come, the oldest first. */
  due(nowMs) {
    return [...this.#waiting.values()]
      .filter(entry => dueAt(entry) <= nowMs)
      .map(entry => /** @type {Alert} */ (entry.waiting))
      .sort((one, other) => one.emittedAt - other.emittedAt)
  }

  /**
   * Whether this very revision is still to be sent: asked again right before it is handed over.
   *
   * @returns {'YES' | 'GONE' | 'TOO_OLD'}
   */
  mayBeSent(alert, nowMs) {
    if (this.#waiting.get(alert.alertId)?.waiting !== alert) {
      return 'GONE'
    }
    return isTooOld(alert, nowMs, this.#maxAgeMs) ? 'TOO_OLD' : 'YES'
  }

  /** It was sent, or never will be: it waits no more. */
  settle(alert) {
    const entry = this.#waiting.get(alert.alertId)
    if (entry?.waiting === alert) {
      entry.waiting = null
      this.#waiting.delete(alert.alertId)
    }
  }

  /** It is tried again at that time, unless the topic says otherwise until then. */
  putOff(alert, untilMs) {
    const entry = this.#waiting.get(alert.alertId)
    if (entry?.waiting === alert) {
      entry.retryAt = untilMs
      entry.tries++
    }
  }

  /** How often it was tried in vain. */
  tries(alert) {
    return this.#waiting.get(alert.alertId)?.tries ?? 0
  }

  get waitingCount() {
    return this.#waiting.size
  }

  /** Forgets alerts of which no record can lead to a mail any more. */
  forget(nowMs) {
    for (const [id, entry] of this.#entries) {
      if (!entry.waiting && entry.emittedAt + 2 * this.#maxAgeMs < nowMs) {
        this.#entries.delete(id)
      }
    }
  }

  #judge(alert, nowMs) {
    if (ENDED.has(alert.state)) {
      return alert.state
    }
    if (alert.state !== 'ABANDONED' || !alert.actionable) {
      return 'NOT_ACTIONABLE'
    }
    if (this.#isSettled(mailKey(alert))) {
      return 'SETTLED_BEFORE'
    }
    if (isTooOld(alert, nowMs, this.#maxAgeMs)) {
      return 'TOO_OLD'
    }
    return addressOf(alert) ? 'WAITING' : 'NO_ADDRESS'
  }
}

const dueAt = entry => Math.max(entry.waiting.notBefore ?? 0, entry.retryAt)

const isTooOld = (alert, nowMs, maxAgeMs) => nowMs - alert.emittedAt > maxAgeMs

/**
 * The one address of the contact. What could be read as several, or carry a header, is none.
 *
 * @param {Alert} alert
 */
export function addressOf(alert) {
  const address = alert.contact?.email?.trim() ?? ''
  return address.length <= 254 && /^[^\s\p{Cc}<>(),;:"\\@[\]]{1,64}@[^\s\p{Cc}<>(),;:"\\@[\]]+$/u.test(address) ? address : null
}
