import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import { after, before, test } from 'node:test'
import { Admin, Consumer, Producer } from '@platformatic/kafka'
import { SMTPServer } from 'smtp-server'
import { AlertReader } from '../../src/alerts.js'
import { Feed } from '../../src/feed.js'
import { messageId } from '../../src/outbox.js'

/*
 * The consumer as a process, against broker, registry, shoppers and processor of `./journey demo`, which must be built, and an SMTP
 * server in this process.
 */
const REPOSITORY = new URL('../../../../../', import.meta.url).pathname
const CONSUMER = new URL('../../src/main.js', import.meta.url).pathname
const TOPIC = 'journey.abandonment-actions'
/** Between the record of an end and the last mail that may still go: the time the end of the topic is trusted for, and some. */
const LATEST_AFTER_END_MS = 7_000

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'mail-live-'))
const processes = []
let kafka
let registry
let mails = []
let server

before(async () => {
  server = await anSmtpServer()
  const demo = start(path.join(REPOSITORY, 'journey'), ['demo', '--for', '120s', '--rate', '4', '--seed', '7', '--http-port', '0'], { TMPDIR: directory })
  kafka = await demo.says(/^broker +(\S+)/, 60_000)
  registry = await demo.says(/^registry +([^\s,]+)/, 20_000)
  await demo.says(/Ctrl-C stops/, 40_000)
}, { timeout: 75_000 })

after(async () => {
  await Promise.all(processes.map(process => process.stop()))
  server?.close()
  fs.rmSync(directory, { recursive: true, force: true })
}, { timeout: 15_000 })

test('what was aborted is not read, however transactions lie, and partitions may be added', { timeout: 30_000 }, async () => {
  const topic = `mail-live-${process.pid}`
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [kafka] })
  await admin.createTopics({ topics: [topic], partitions: 1, replicas: 1, configs: [{ name: 'message.timestamp.type', value: 'LogAppendTime' }] })
  const [one, other] = [await aProducer('one'), await aProducer('other')]
  const write = (transaction, value, partition = 0) => transaction.send({ messages: [{ topic, partition, key: 'k', value }] })
  const alone = async (producer, value, end, partition) => {
    const transaction = await producer.beginTransaction()
    await write(transaction, value, partition)
    await transaction[end]()
  }

  await alone(one, 'aborted 1', 'abort')
  await alone(one, 'committed 1', 'commit')
  await alone(one, 'aborted 2', 'abort')
  const first = await one.beginTransaction()
  await write(first, 'aborted 3')
  const second = await other.beginTransaction()
  await write(second, 'aborted 4')
  await second.abort()
  await write(first, 'aborted 5')
  await first.abort()
  await alone(other, 'committed 2', 'commit')
  const read = []
  const quiet = () => {}
  const feed = new Feed({ brokers: [kafka], topic, group: topic }, { info: quiet, warn: quiet }, 200)
  const running = feed.run(60_000, async value => read.push(value.toString()))
  await until(() => feed.isAtEnd(Date.now(), 5_000), 10_000, 'the end of the topic')
  assert.deepEqual(read, ['committed 1', 'committed 2'])

  await admin.createPartitions({ topics: [{ name: topic, count: 2, assignments: null }] })
  one.clearMetadata()
  await alone(one, 'committed 3', 'commit', 1)
  await until(() => read.length === 3, 10_000, 'what is in a partition that was added')
  await Promise.all([feed.stop(), one.close(), other.close(), admin.close()])
  await running
})

test('mails go to those who may be reminded, none twice after kill -9, and none after the alert ended', { timeout: 80_000 }, async () => {
  mails = []
  const first = startConsumer()
  await until(() => mails.length >= 5 && isIdle(first), 30_000, 'the first mails')
  first.kill('SIGKILL')
  const before = mails.length

  // Alerts that come and end while nobody sends are for the second to sort out.
  await pause(8_000)
  const second = startConsumer()
  await until(() => mails.length >= before + 5 && isIdle(second), 25_000, 'mails after the restart')
  second.kill('SIGTERM')
  assert.equal(await second.ended, 0, 'a clean end when asked')

  const { alerts, endedAt } = await theTopic()
  const ids = mails.map(mail => mail.id)
  assert.equal(new Set(ids).size, ids.length, 'no mail twice')
  for (const mail of mails) {
    const alert = alerts.get(mail.id)
    assert.ok(alert, 'every mail is that of an alert that was ABANDONED and actionable')
    assert.equal(mail.to, alert.contact.email)
    assert.ok(mail.at - (endedAt.get(alert.alertId) ?? mail.at) < LATEST_AFTER_END_MS, 'no mail after the alert ended')
  }
  const missing = [...alerts].filter(([id, alert]) => !ids.includes(id) && !endedAt.has(alert.alertId) && alert.emittedAt < mails.at(-1).at - 10_000)
  assert.deepEqual(missing.map(([id]) => id), [], 'nobody is forgotten')
  const logged = [first, second].flatMap(process => process.lines).join('\n')
  assert.doesNotMatch(logged, /customers\.example|mug|teapot/i, 'logs name nobody')
})

test('a second instance puts the first out', { timeout: 25_000 }, async () => {
  const alone = { GROUP: 'two', LEDGER_DIR: path.join(directory, 'two'), MAX_AGE: '1ms' }
  const first = startConsumer(alone)
  await first.says(/(read to the end)/, 8_000)
  const second = startConsumer(alone)
  await second.says(/(read to the end)/, 8_000)
  assert.equal(await Promise.race([first.ended, pause(8_000)]), 6, 'the first ends, and says why')
  second.kill('SIGTERM')
  assert.equal(await second.ended, 0)
})

function startConsumer(settings = {}) {
  return start(process.execPath, [CONSUMER], {
    KAFKA_BROKERS: kafka,
    REGISTRY_URL: registry,
    SMTP_URL: `smtp://127.0.0.1:${server.server.address().port}`,
    LEDGER_DIR: path.join(directory, 'ledger'),
    MAIL_FROM: 'hello@shop.example',
    SHOP_NAME: 'Demo Shop',
    ...settings
  })
}

/** All that was received has been noted: killed now, nothing is in doubt. */
const isIdle = consumer => consumer.lines.filter(line => line.includes('"event":"sent"')).length === mails.length - (consumer.mailsBefore ?? 0)

async function theTopic() {
  const consumer = new Consumer({ clientId: 'judge', groupId: 'judge', bootstrapBrokers: [kafka] })
  const stream = await consumer.consume({ topics: [TOPIC], mode: 'earliest', maxWaitTime: 500 })
  const reader = new AlertReader({ url: registry })
  const [alerts, endedAt] = [new Map(), new Map()]
  const idle = setTimeout(() => stream.close(), 2_000)
  for await (const message of stream) {
    idle.refresh()
    const alert = await reader.read(message.value)
    if (alert.state === 'ABANDONED' && alert.actionable) {
      alerts.set(messageId(alert, 'shop.example'), alert)
    } else {
      endedAt.set(alert.alertId, Number(message.timestamp))
    }
  }
  await consumer.close()
  return { alerts, endedAt }
}

async function aProducer(name) {
  return new Producer({ clientId: name, bootstrapBrokers: [kafka], retryDelay: 50, idempotent: true, transactionalId: `${name}-${process.pid}`, serializers: { key: Buffer.from, value: Buffer.from } })
}

async function anSmtpServer() {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      let text = ''
      stream.on('data', chunk => (text += chunk))
      stream.on('end', () => {
        mails.push({ id: /^Message-ID: (\S+)/im.exec(text)[1], to: session.envelope.rcptTo[0].address, at: Date.now() })
        done()
      })
    }
  })
  smtp.on('error', () => {})
  await new Promise(resolve => smtp.listen(0, '127.0.0.1', resolve))
  return smtp
}

function start(command, args, env) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = []
  readline.createInterface({ input: child.stdout }).on('line', line => lines.push(line))
  const ended = new Promise(resolve => child.on('exit', resolve))
  const started = {
    lines,
    ended,
    mailsBefore: mails?.length,
    kill: signal => child.kill(signal),
    async says(pattern, withinMs) {
      await until(() => lines.some(line => pattern.test(line)) || child.exitCode !== null, withinMs, String(pattern))
      const line = lines.find(line => pattern.test(line))
      assert.ok(line, `it ended without saying ${pattern}`)
      return pattern.exec(line)[1]
    },
    async stop() {
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(hard)
    }
  }
  processes.push(started)
  return started
}

async function until(holds, withinMs, what) {
  const end = Date.now() + withinMs
  while (!holds()) {
    assert.ok(Date.now() < end, `waited ${withinMs} ms for ${what}`)
    await pause(20)
  }
}

function pause(ms) {
  return new Promise(resolve => setTimeout(resolve, ms))
}
