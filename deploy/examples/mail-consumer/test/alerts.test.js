import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import { after, before, test } from 'node:test'
import { AlertReader, parse, Unreadable } from '../src/alerts.js'
import { plain } from '../src/decimal.js'
import { aLine, anAlert, eur } from './fixtures.js'

const CONTRACTS = new URL('../../../../schemas/contracts/src/main/avro/', import.meta.url)
const contract = name => JSON.parse(fs.readFileSync(new URL(name, CONTRACTS), 'utf8'))

/** As the registry may have them: in parts, which name each other, and the alert last. */
const PARTS = ['shared/SourcePosition.avsc', 'shared/Evidence.avsc', 'shared/Line.avsc', 'AbandonmentEvent.avsc'].map(contract)
const EVOLVED = { ...PARTS[3], fields: [...PARTS[3].fields, { name: 'addedLater', type: 'string', default: '' }] }

let answers
let asked
let server
let reader

before(async () => {
  const references = ['Evidence', 'Line'].map(name => ({ name, subject: name, version: 1 }))
  answers = {
    '/schemas/ids/7': { schema: JSON.stringify(PARTS[3]), references },
    '/schemas/ids/8': { schema: JSON.stringify(EVOLVED), references },
    '/subjects/Evidence/versions/1': { schema: JSON.stringify(PARTS[1]), references: [{ subject: 'SourcePosition', version: 1 }] },
    '/subjects/SourcePosition/versions/1': { schema: JSON.stringify(PARTS[0]) },
    '/subjects/Line/versions/1': { schema: JSON.stringify(PARTS[2]) }
  }
  asked = []
  server = http.createServer((request, response) => {
    asked.push(request.url)
    response.writeHead(request.url === '/schemas/ids/500' ? 500 : answers[request.url] ? 200 : 404)
    response.end(JSON.stringify(answers[request.url] ?? {}))
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  reader = new AlertReader({ url: `http://127.0.0.1:${server.address().port}/` })
})
after(() => server.close())

function written(id, schema, changes = {}) {
  const named = {}
  const types = [...PARTS.slice(0, 3), schema].map(part => parse(part, named))
  const event = {
    profile: 'c:7', tenant: 'shop', schemaVersion: 1, policyVersion: 'x', subjectId: 'cart', armSeq: 1, armedAt: 1, lastActivityAt: 1, deadline: 1,
    attempts: 0, viaLink: false, evidence: [], addedLater: 'new',
    ...Object.fromEntries(schema.fields.filter(({ type }) => Array.isArray(type)).map(({ name }) => [name, null])),
    ...anAlert(), ...changes
  }
  const head = Buffer.alloc(5)
  head.writeInt32BE(id, 1)
  return Buffer.concat([head, types.at(-1).toBuffer(event)])
}

test('an alert is read by the schema it was written with', async () => {
  const alert = await reader.read(written(7, PARTS[3], { lines: [aLine({ unitPrice: eur('-0.0100') })], total: eur('99999999999999.9999') }))
  assert.equal(alert.alertId, 'a1')
  assert.equal(alert.contact.email, 'ada@customers.example')
  assert.equal(plain(alert.lines[0].unitPrice), '-0.0100')
  assert.equal(plain(alert.total), '99999999999999.9999')
  assert.equal(alert.notBefore, null)
})

test('a field that was added later is no trouble, and a schema is asked for once', async () => {
  await reader.read(written(8, EVOLVED))
  assert.equal((await reader.read(written(8, EVOLVED, { revision: 2 }))).revision, 2)
  assert.equal(asked.filter(url => url === '/schemas/ids/8').length, 1)
})

test('what is no alert is unreadable, and a registry that fails is not', async () => {
  const whole = written(7, PARTS[3])
  await assert.rejects(reader.read(null), Unreadable)
  await assert.rejects(reader.read(Buffer.from('{"alertId":"a1"}')), Unreadable)
  await assert.rejects(reader.read(whole.subarray(0, 40)), Unreadable)
  await assert.rejects(reader.read(written(404, PARTS[3])), Unreadable)
  await assert.rejects(reader.read(written(500, PARTS[3])), error => !(error instanceof Unreadable) && error.code === 'HTTP_500')
})
