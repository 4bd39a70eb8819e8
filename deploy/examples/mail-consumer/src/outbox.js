import { createHash } from 'node:crypto'
import { mailKey } from './book.js'

/**
 * Hands mails over, one after the other, each only while it is certain that nothing in the topic speaks against it.
 *
 * @typedef {'SENT' | 'IN_DOUBT' | 'TRY_AGAIN' | 'REFUSED' | 'NO_SERVICE'} Outcome
 *   SENT: the server took it. IN_DOUBT: no answer after the mail was handed over. TRY_AGAIN: not now, this mail.
 *   REFUSED: never, this mail. NO_SERVICE: not now, no mail at all.
 */
export class Outbox {
  #delays = { firstMs: 2_000, mostMs: 10 * 60_000 }
  #pausedUntil = 0
  #failures = 0

  /**
   * @param {object} parts
   * @param {import('./book.js').Book} parts.book
   * @param {import('./ledger.js').Ledger} parts.ledger
   * @param {(alert: import('./alerts.js').Alert) => object} parts.render
   * @param {(mail: object) => Promise<{outcome: Outcome, facts?: object}>} parts.send
   * @param {(nowMs: number) => boolean} parts.mayTrust whether all that the topic holds has been read just now
   * @param {{info: import('./log.js').Log, warn: import('./log.js').Log}} parts.log
   * @param {(what: string) => void} parts.count
   * @param {() => number} parts.clock
   * @param {boolean} parts.resendInDoubt
   */
  constructor(parts) {
    Object.assign(this, parts)
  }

  /**
   * Sends what is due.
   *
   * @param {() => boolean} isStopping
   * @returns {Promise<number>} how many mails were handed over
   */
  async sendDue(isStopping = () => false) {
    let sent = 0
    if (this.clock() < this.#pausedUntil || !this.mayTrust(this.clock())) {
      return sent
    }
    for (const alert of this.book.due(this.clock())) {
      // Between two mails records may have come, or the feed may have fallen behind.
      if (isStopping() || this.clock() < this.#pausedUntil || !this.mayTrust(this.clock())) {
        return sent
      }
      if (await this.#sendOne(alert)) {
        sent++
      }
    }
    return sent
  }

  async #sendOne(alert) {
    const verdict = this.book.mayBeSent(alert, this.clock())
    if (verdict !== 'YES') {
      if (verdict === 'TOO_OLD') {
        this.#giveUp(alert, 'TOO_OLD')
      }
      return false
    }
    const key = mailKey(alert)
    if (this.ledger.isInDoubt(key)) {
      if (!this.resendInDoubt) {
        this.#giveUp(alert, 'IN_DOUBT')
        return false
      }
      this.count('SENT_AGAIN_IN_DOUBT')
      this.log.warn('sent again in doubt', idsOf(alert))
    }
    const mail = this.render(alert)
    this.ledger.write(key, 'BEGUN', this.clock())
    return this.#took(alert, await this.send(mail))
  }

  #took(alert, { outcome, facts }) {
    const key = mailKey(alert)
    switch (outcome) {
      case 'SENT':
        this.ledger.write(key, 'SENT', this.clock())
        this.book.settle(alert)
        this.#failures = 0
        this.count('SENT')
        this.log.info('sent', { ...idsOf(alert), ...facts })
        return true
      case 'REFUSED':
        this.log.warn('refused', { ...idsOf(alert), ...facts })
        this.#giveUp(alert, 'REFUSED')
        return false
      case 'TRY_AGAIN':
        this.ledger.write(key, 'FAILED', this.clock())
        this.book.putOff(alert, this.clock() + this.#delay(this.book.tries(alert)))
        break
      case 'IN_DOUBT':
        // Stays BEGUN in the ledger: the next try finds it in doubt.
        this.#pause()
        break
      case 'NO_SERVICE':
        this.ledger.write(key, 'FAILED', this.clock())
        this.#pause()
    }
    this.count(outcome)
    this.log.warn('not sent', { ...idsOf(alert), outcome, ...facts })
    return false
  }

  #giveUp(alert, why) {
    this.ledger.write(mailKey(alert), 'GIVEN_UP', this.clock())
    this.book.settle(alert)
    this.count(why)
    this.log.warn('given up', { ...idsOf(alert), why })
  }

  #pause() {
    this.#pausedUntil = this.clock() + this.#delay(this.#failures++)
  }

  #delay(tries) {
    return Math.min(this.#delays.mostMs, this.#delays.firstMs * 2 ** Math.min(tries, 20))
  }
}

const idsOf = ({ alertId, revision, step, kind }) => ({ alert: alertId, revision, step, kind })

/**
 * The same for the same alert, revision and step, whenever and by whomever it is sent: who receives it twice can tell.
 *
 * @param {string} domain
 */
export function messageId({ alertId, revision, step }, domain) {
  const name = createHash('sha256').update(`${alertId}\n${revision}\n${step}`).digest('hex').slice(0, 32)
  return `<${name}@${domain}>`
}
