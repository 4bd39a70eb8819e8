import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { mailOf } from '../src/mail.js'
import { NotLetIn, smtp } from '../src/smtp.js'
import { anAlert, SETTINGS } from './fixtures.js'

const open = []
afterEach(() => open.splice(0).forEach(close => close()))

const refusal = code => Object.assign(new Error('no'), { responseCode: code })

async function aServer(handlers, sockets = new Set()) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onData: (stream, _session, done) => stream.resume().on('end', done),
    ...handlers
  })
  server.on('error', () => {})
  server.server.on('connection', socket => sockets.add(socket))
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  open.push(() => server.close())
  return server.server.address().port
}

async function outcomeAt(port, user = '') {
  const client = smtp({ url: `smtp://${user}127.0.0.1:${port}`, timeoutMs: 1_000 })
  open.push(() => client.close())
  return (await client.send(mailOf(anAlert(), SETTINGS))).outcome
}

test('a mail that is taken is sent', async () => {
  assert.equal(await outcomeAt(await aServer()), 'SENT')
})

test('an address that is refused for ever, or for now, concerns that mail', async () => {
  assert.equal(await outcomeAt(await aServer({ onRcptTo: (_to, _s, done) => done(refusal(550)) })), 'REFUSED')
  assert.equal(await outcomeAt(await aServer({ onRcptTo: (_to, _s, done) => done(refusal(450)) })), 'TRY_AGAIN')
})

test('so does a mail that is refused', async () => {
  const refusing = code => ({ onData: (stream, _s, done) => stream.resume().on('end', () => done(refusal(code))) })
  assert.equal(await outcomeAt(await aServer(refusing(554))), 'REFUSED')
  assert.equal(await outcomeAt(await aServer(refusing(451))), 'TRY_AGAIN')
})

test('a server that is not there, or closes, concerns all mails', async () => {
  assert.equal(await outcomeAt(1), 'NO_SERVICE')
  assert.equal(await outcomeAt(await aServer({ onConnect: (_s, done) => done(refusal(421)) })), 'NO_SERVICE')
})

test('a connection that breaks after the mail was handed over leaves it in doubt', async () => {
  const sockets = new Set()
  const port = await aServer({ onData: stream => stream.resume().on('end', () => sockets.forEach(socket => socket.destroy())) }, sockets)
  assert.equal(await outcomeAt(port), 'IN_DOUBT')
})

test('no answer after the mail was handed over leaves it in doubt', async () => {
  assert.equal(await outcomeAt(await aServer({ onData: stream => stream.resume() })), 'IN_DOUBT')
})

test('a wrong password is no reason to try again', async () => {
  const port = await aServer({ authOptional: false, onAuth: (_auth, _s, done) => done(refusal(535)) })
  await assert.rejects(outcomeAt(port, 'shop:wrong@'), NotLetIn)
})
