import process from 'node:process'
import { AlertReader, Unreadable } from './alerts.js'
import { Book } from './book.js'
import { configOf, WrongSetting } from './config.js'
import { Feed, FeedStopped } from './feed.js'
import { Ledger } from './ledger.js'
import { codesOf, jsonLines } from './log.js'
import { mailOf } from './mail.js'
import { Outbox } from './outbox.js'
import { NotLetIn, smtp } from './smtp.js'

/** Every way to end. */
const EXIT = { ASKED: 0, FAILED: 1, WRONG_SETTING: 2, LEDGER: 3, SMTP_REFUSES: 4, UNREADABLE: 5, ANOTHER_INSTANCE: 6, TOPIC: 7 }

/** A mail goes out only if the end of the topic was seen this short a time ago. */
const TRUSTED_FOR_MS = 5_000
const LOOK_EVERY_MS = 250
const COUNTS_EVERY_MS = 60_000
const REGISTRY_AGAIN_MS = 1_000
const LEAST_KEPT_MS = 30 * 86_400_000

const log = jsonLines()

async function main() {
  const config = configOf(process.env)
  const counts = new Map()
  const count = what => counts.set(what, (counts.get(what) ?? 0) + 1)
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.once(signal, () => stop.abort())
  }

  const ledger = Ledger.open(config.ledger, Date.now() - Math.max(LEAST_KEPT_MS, 2 * config.maxAgeMs))
  const book = new Book(config.maxAgeMs, key => ledger.isSettled(key))
  const feed = new Feed(config.kafka, log)
  const reader = new AlertReader(config.registry)
  const server = smtp(config.smtp)
  const outbox = new Outbox({
    book,
    ledger,
    log,
    count,
    clock: Date.now,
    resendInDoubt: config.resendInDoubt,
    render: alert => mailOf(alert, config.mail),
    send: mail => server.send(mail),
    mayTrust: nowMs => feed.isAtEnd(nowMs, TRUSTED_FOR_MS)
  })
  const tell = () => log.info('counts', { ...Object.fromEntries(counts), waiting: book.waitingCount })
  const telling = setInterval(() => {
    book.forget(Date.now())
    tell()
  }, COUNTS_EVERY_MS)

  const take = async (value, where) => {
    const alert = await readThrough(reader, value, where, config.skipUnreadable, stop.signal, count)
    if (alert) {
      count(book.add(alert, Date.now()))
    }
  }
  log.info('started', { maxAgeMs: config.maxAgeMs })
  const reading = feed.run(config.maxAgeMs, take)
  const sending = sendUntil(stop.signal, outbox, () => feed.isAtEnd(Date.now(), TRUSTED_FOR_MS))
  try {
    await Promise.race([reading, sending, aborted(stop.signal)])
  } finally {
    stop.abort()
    clearInterval(telling)
    // A mail that is on its way gets its answer before anything is closed.
    await sending.catch(() => {})
    await feed.stop()
    await reading.catch(() => {})
    server.close()
    ledger.close()
    tell()
  }
}

async function sendUntil(signal, outbox, isAtEnd) {
  let wasAtEnd = false
  while (!signal.aborted) {
    if (isAtEnd() !== wasAtEnd) {
      wasAtEnd = !wasAtEnd
      log.info(wasAtEnd ? 'read to the end' : 'behind the end: nothing is sent')
    }
    await outbox.sendDue(() => signal.aborted)
    await pause(LOOK_EVERY_MS)
  }
}

/** While the registry is away, nothing is read on, and so nothing is sent. */
async function readThrough(reader, value, where, skipsUnreadable, signal, count) {
  for (;;) {
    try {
      return await reader.read(value)
    } catch (error) {
      const facts = { partition: where.partition, offset: String(where.offset) }
      if (error instanceof Unreadable) {
        count('UNREADABLE')
        log.error('unreadable', { ...facts, why: error.message })
        if (!skipsUnreadable) {
          throw error
        }
        return null
      }
      if (signal.aborted) {
        throw error
      }
      log.warn('the registry is away', { ...facts, ...codesOf(error) })
      await pause(REGISTRY_AGAIN_MS)
    }
  }
}

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

const aborted = signal => new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }))

function exitCodeOf(error) {
  if (error instanceof WrongSetting) return EXIT.WRONG_SETTING
  if (error instanceof NotLetIn) return EXIT.SMTP_REFUSES
  if (error instanceof Unreadable) return EXIT.UNREADABLE
  if (error instanceof FeedStopped) return error.code === 'ANOTHER_INSTANCE' ? EXIT.ANOTHER_INSTANCE : EXIT.TOPIC
  if (error.code === 'LEDGER_BROKEN' || error.syscall) return EXIT.LEDGER
  return EXIT.FAILED
}

main().then(
  () => {
    log.info('stopped')
    process.exit(EXIT.ASKED)
  },
  error => {
    const own = [WrongSetting, NotLetIn, Unreadable, FeedStopped].some(type => error instanceof type) || error.code === 'LEDGER_BROKEN'
    log.error('stopped', { exit: exitCodeOf(error), ...codesOf(error), ...(own && { why: error.message }) })
    process.exit(exitCodeOf(error))
  }
)
