import nodemailer from 'nodemailer'
import { codesOf } from './log.js'

/** The server does not let us in: no mail at all will be sent, so the process ends and says so. */
export class NotLetIn extends Error {
  name = 'NotLetIn'
}

/** Steps of the talk before the mail itself. A connection that breaks later is told as CONN, and so may be any. */
const BEFORE_THE_MAIL = ['EHLO', 'HELO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL FROM', 'RCPT TO']

/** @param {import('./config.js').Config['smtp']} settings */
export function smtp({ url, timeoutMs }) {
  const transport = nodemailer.createTransport({
    url,
    // A connection a mail: a pool would try again by itself where we have to know what became of the mail.
    pool: false,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  return {
    /** @returns {Promise<{outcome: import('./outbox.js').Outcome, facts?: object}>} */
    async send(mail) {
      try {
        const answer = await transport.sendMail(mail)
        return { outcome: 'SENT', facts: { reply: Number.parseInt(answer.response, 10) || undefined } }
      } catch (error) {
        return { outcome: outcomeOf(error), facts: codesOf(error) }
      }
    },
    close: () => transport.close()
  }
}

/**
 * @param {any} error of nodemailer
 * @returns {import('./outbox.js').Outcome}
 * @throws {NotLetIn}
 */
export function outcomeOf(error) {
  const reply = error.responseCode ?? 0
  if (error.code === 'EAUTH' && (reply === 0 || reply >= 500)) {
    throw new NotLetIn('the SMTP server refuses user or password', { cause: error })
  }
  if (reply >= 500) {
    return isOfTheServer(error) ? 'NO_SERVICE' : 'REFUSED'
  }
  if (reply >= 400) {
    return isOfTheServer(error) || reply === 421 ? 'NO_SERVICE' : 'TRY_AGAIN'
  }
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
    return 'REFUSED'
  }
  const wasNotReached = error.syscall === 'connect' || error.code === 'EDNS' || error.code === 'ETLS'
  return wasNotReached || isAt(error, BEFORE_THE_MAIL) ? 'NO_SERVICE' : 'IN_DOUBT'
}

const isOfTheServer = error => isAt(error, ['CONN', 'EHLO', 'HELO', 'STARTTLS', 'AUTH'])

const isAt = ({ command }, steps) => steps.some(step => command?.startsWith(step))
