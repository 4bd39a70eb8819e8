import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { Book } from '../src/book.js'
import { Ledger } from '../src/ledger.js'
import { messageId, Outbox } from '../src/outbox.js'
import { anAlert, DAY, HOUR, NOON } from './fixtures.js'

let directory
beforeEach(() => (directory = fs.mkdtempSync(path.join(os.tmpdir(), 'outbox-'))))
afterEach(() => fs.rmSync(directory, { recursive: true }))

const SENT = { outcome: 'SENT' }

/** One life of the consumer; the ledger's directory is what stays between two of them. */
function aLife({ answers = [], resendInDoubt = true, mayTrust = () => true, during = () => {} } = {}) {
  const ledger = Ledger.open(directory, 0)
  const life = { ledger, book: new Book(DAY, key => ledger.isSettled(key)), now: NOON, handedOver: [], counts: [] }
  const quiet = () => {}
  life.outbox = new Outbox({
    book: life.book,
    ledger,
    log: { info: quiet, warn: quiet },
    count: what => life.counts.push(what),
    clock: () => life.now,
    resendInDoubt,
    mayTrust,
    render: alert => `${alert.alertId}.${alert.revision}`,
    async send(mail) {
      life.handedOver.push(mail)
      await during(life, mail)
      return answers.shift() ?? SENT
    }
  })
  life.tell = alert => life.book.add(alert, life.now)
  return life
}

const crash = () => Promise.reject(new Error('killed'))
const retraction = changes => anAlert({ revision: 2, state: 'RETRACTED', actionable: false, contact: null, ...changes })

test('what is due is sent once, also after a restart that reads everything again', async () => {
  const life = aLife()
  life.tell(anAlert())
  await life.outbox.sendDue()
  await life.outbox.sendDue()
  const next = aLife()
  next.tell(anAlert())
  await next.outbox.sendDue()
  assert.deepEqual([life.handedOver, next.handedOver], [['a1.1'], []])
})

test('a restart keeps what waits for its time', async () => {
  const life = aLife()
  life.tell(anAlert({ notBefore: NOON + HOUR }))
  await life.outbox.sendDue()
  const next = aLife()
  next.tell(anAlert({ notBefore: NOON + HOUR }))
  next.now = NOON + HOUR
  await next.outbox.sendDue()
  assert.deepEqual([life.handedOver, next.handedOver], [[], ['a1.1']])
})

test('nothing is sent before the end of the topic has been read, and a retraction in it wins', async () => {
  let isAtEnd = false
  const life = aLife({ mayTrust: () => isAtEnd })
  life.tell(anAlert())
  await life.outbox.sendDue()
  life.tell(retraction())
  isAtEnd = true
  await life.outbox.sendDue()
  assert.deepEqual(life.handedOver, [])
})

test('a retraction that comes while another mail is sent is still in time', async () => {
  const life = aLife({ during: (life, mail) => mail === 'a1.1' && life.tell(retraction({ alertId: 'a2' })) })
  life.tell(anAlert())
  life.tell(anAlert({ alertId: 'a2', emittedAt: NOON + 1 }))
  await life.outbox.sendDue()
  assert.deepEqual(life.handedOver, ['a1.1'])
})

test('the feed that falls behind between two mails holds the second back', async () => {
  let trusted = 3
  const life = aLife({ mayTrust: () => trusted-- > 0 && trusted > 0 })
  life.tell(anAlert())
  life.tell(anAlert({ alertId: 'a2', emittedAt: NOON + 1 }))
  await life.outbox.sendDue()
  assert.deepEqual(life.handedOver, ['a1.1'])
})

test('killed before the answer: the mail is sent again, and that is counted', async () => {
  const life = aLife({ during: crash })
  life.tell(anAlert())
  await assert.rejects(life.outbox.sendDue())
  const next = aLife()
  next.tell(anAlert())
  await next.outbox.sendDue()
  assert.deepEqual([next.handedOver, next.counts], [['a1.1'], ['SENT_AGAIN_IN_DOUBT', 'SENT']])
})

test('killed before the answer, and IN_DOUBT=give-up: the mail is not sent again', async () => {
  const life = aLife({ during: crash })
  life.tell(anAlert())
  await assert.rejects(life.outbox.sendDue())
  const next = aLife({ resendInDoubt: false })
  next.tell(anAlert())
  await next.outbox.sendDue()
  assert.deepEqual([next.handedOver, next.counts], [[], ['IN_DOUBT']])
})

test('killed before the answer, and retracted meanwhile: it is not sent again', async () => {
  const life = aLife({ during: crash })
  life.tell(anAlert())
  await assert.rejects(life.outbox.sendDue())
  const next = aLife()
  next.tell(anAlert())
  next.tell(retraction())
  await next.outbox.sendDue()
  assert.deepEqual(next.handedOver, [])
})

test('a refusal for ever is the end of that mail, also after a restart; others go on', async () => {
  const life = aLife({ answers: [{ outcome: 'REFUSED' }] })
  life.tell(anAlert())
  life.tell(anAlert({ alertId: 'a2', emittedAt: NOON + 1 }))
  await life.outbox.sendDue()
  const next = aLife()
  next.tell(anAlert())
  await next.outbox.sendDue()
  assert.deepEqual([life.handedOver, next.handedOver], [['a1.1', 'a2.1'], []])
})

test('a refusal for now puts off that mail, each time longer; others go on', async () => {
  const again = { outcome: 'TRY_AGAIN' }
  const life = aLife({ answers: [again, SENT, again] })
  life.tell(anAlert())
  life.tell(anAlert({ alertId: 'a2', emittedAt: NOON + 1 }))
  const sentAt = []
  for (; life.now <= NOON + 10_000; life.now += 1_000) {
    const before = life.handedOver.length
    await life.outbox.sendDue()
    sentAt.push(...life.handedOver.slice(before).map(mail => `${mail} at ${life.now - NOON}`))
  }
  assert.deepEqual(sentAt, ['a1.1 at 0', 'a2.1 at 0', 'a1.1 at 2000', 'a1.1 at 6000'])
})

test('a server that is away is asked again by and by, with one mail', async () => {
  const away = { outcome: 'NO_SERVICE' }
  const life = aLife({ answers: [away, away] })
  life.tell(anAlert())
  life.tell(anAlert({ alertId: 'a2', emittedAt: NOON + 1 }))
  const sentAt = []
  for (; life.now <= NOON + 10_000; life.now += 1_000) {
    const before = life.handedOver.length
    await life.outbox.sendDue()
    sentAt.push(...life.handedOver.slice(before).map(mail => `${mail} at ${life.now - NOON}`))
  }
  assert.deepEqual(sentAt, ['a1.1 at 0', 'a1.1 at 2000', 'a1.1 at 6000', 'a2.1 at 6000'])
})

test('what grew too old while it waited is given up', async () => {
  const life = aLife()
  life.tell(anAlert({ notBefore: NOON + 2 * DAY }))
  life.now = NOON + 2 * DAY
  await life.outbox.sendDue()
  assert.deepEqual([life.handedOver, life.counts], [[], ['TOO_OLD']])
})

test('two steps of one alert are two mails', async () => {
  const life = aLife()
  life.tell(anAlert())
  await life.outbox.sendDue()
  life.tell(anAlert({ revision: 2, step: 2 }))
  await life.outbox.sendDue()
  assert.deepEqual(life.handedOver, ['a1.1', 'a1.2'])
})

test('the Message-ID follows from alert, revision and step alone', () => {
  const id = changes => messageId(anAlert(changes), 'shop.example')
  assert.match(id(), /^<[0-9a-f]{32}@shop\.example>$/)
  assert.equal(id({ lines: [], emittedAt: NOON + 5 }), id())
  assert.equal(new Set([id(), id({ revision: 2 }), id({ step: 2 }), id({ alertId: 'a2' })]).size, 4)
})
