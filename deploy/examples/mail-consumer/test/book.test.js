import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, Book } from '../src/book.js'
import { anAlert, DAY, HOUR, MINUTE, NOON } from './fixtures.js'

const ended = (state, changes = {}) => anAlert({ state, actionable: false, contact: null, revision: 2, ...changes })
const aBook = (settled = new Set()) => new Book(DAY, key => settled.has(key))
const dueIds = (book, at = NOON) => book.due(at).map(alert => `${alert.alertId}.${alert.revision}`)

test('an alert that may be acted on is due at once', () => {
  const book = aBook()
  assert.equal(book.add(anAlert(), NOON), 'WAITING')
  assert.deepEqual(dueIds(book), ['a1.1'])
})

test('the same revision again changes nothing, also after it was sent', () => {
  const book = aBook()
  const alert = anAlert()
  book.add(alert, NOON)
  book.settle(alert)
  assert.equal(book.add(anAlert(), NOON), 'REPEATED')
  assert.deepEqual(dueIds(book), [])
})

test('nothing is due before notBefore', () => {
  const book = aBook()
  book.add(anAlert({ notBefore: NOON + HOUR }), NOON)
  assert.deepEqual(dueIds(book, NOON + HOUR - 1), [])
  assert.deepEqual(dueIds(book, NOON + HOUR), ['a1.1'])
})

for (const state of ['RETRACTED', 'RECOVERED', 'EXPIRED']) {
  test(`${state} drops what waits`, () => {
    const book = aBook()
    const alert = anAlert({ notBefore: NOON + HOUR })
    book.add(alert, NOON)
    assert.equal(book.add(ended(state), NOON + MINUTE), `${state}_DROPPED`)
    assert.deepEqual(dueIds(book, NOON + 2 * HOUR), [])
    assert.equal(book.mayBeSent(alert, NOON + 2 * HOUR), 'GONE')
  })

  test(`${state} that is read first, from another partition, wins over the alert`, () => {
    const book = aBook()
    book.add(ended(state), NOON)
    assert.equal(book.add(anAlert(), NOON), 'REPEATED')
    assert.deepEqual(dueIds(book), [])
  })
}

test('a higher revision takes the place of the one that waits', () => {
  const book = aBook()
  const first = anAlert({ notBefore: NOON + HOUR })
  book.add(first, NOON)
  book.add(anAlert({ revision: 2, notBefore: NOON + 2 * HOUR }), NOON)
  assert.equal(book.mayBeSent(first, NOON + 3 * HOUR), 'GONE')
  assert.deepEqual(dueIds(book, NOON + HOUR), [])
  assert.deepEqual(dueIds(book, NOON + 2 * HOUR), ['a1.2'])
})

test('a higher revision that may not be acted on drops what waits', () => {
  const book = aBook()
  book.add(anAlert({ notBefore: NOON + HOUR }), NOON)
  assert.equal(book.add(anAlert({ revision: 2, actionable: false, reason: 'CONSENT' }), NOON), 'NOT_ACTIONABLE_DROPPED')
  assert.deepEqual(dueIds(book, NOON + HOUR), [])
})

test('a state that is not known yet sends nothing', () => {
  const book = aBook()
  book.add(anAlert({ notBefore: NOON + HOUR }), NOON)
  book.add(anAlert({ revision: 2, state: 'UNKNOWN' }), NOON)
  assert.deepEqual(dueIds(book, NOON + HOUR), [])
})

test('each step is a mail of its own, each step once', () => {
  const settled = new Set(['a1/1'])
  const book = aBook(settled)
  assert.equal(book.add(anAlert(), NOON), 'SETTLED_BEFORE')
  assert.equal(book.add(anAlert({ revision: 2, step: 2 }), NOON), 'WAITING')
  assert.equal(book.add(anAlert({ revision: 3, step: 1 }), NOON), 'SETTLED_BEFORE_DROPPED')
})

test('an alert without address, or not actionable, is counted and not sent', () => {
  const book = aBook()
  assert.equal(book.add(anAlert({ contact: null }), NOON), 'NO_ADDRESS')
  assert.equal(book.add(anAlert({ alertId: 'a2', contact: { phone: '+44 1' } }), NOON), 'NO_ADDRESS')
  assert.equal(book.add(anAlert({ alertId: 'a3', actionable: false, reason: 'STALE' }), NOON), 'NOT_ACTIONABLE')
  assert.equal(book.add(ended('RETRACTED', { alertId: 'a4' }), NOON), 'RETRACTED')
  assert.deepEqual(dueIds(book), [])
})

test('an alert at its greatest age is sent, one a millisecond older is not', () => {
  const book = aBook()
  const alert = anAlert()
  assert.equal(book.add(alert, NOON + DAY), 'WAITING')
  assert.equal(book.mayBeSent(alert, NOON + DAY), 'YES')
  assert.equal(book.mayBeSent(alert, NOON + DAY + 1), 'TOO_OLD')
  assert.equal(aBook().add(anAlert(), NOON + DAY + 1), 'TOO_OLD')
})

test('what is put off is due again then, and not if a retraction comes meanwhile', () => {
  const book = aBook()
  const alert = anAlert()
  book.add(alert, NOON)
  book.putOff(alert, NOON + MINUTE)
  assert.deepEqual(dueIds(book, NOON + MINUTE - 1), [])
  assert.deepEqual(dueIds(book, NOON + MINUTE), ['a1.1'])
  book.add(ended('RETRACTED'), NOON)
  assert.deepEqual(dueIds(book, NOON + MINUTE), [])
})

test('old alerts are forgotten, waiting ones are not', () => {
  const book = aBook()
  book.add(anAlert({ notBefore: NOON + 9 * DAY }), NOON)
  book.add(ended('RETRACTED', { alertId: 'a2', revision: 2 }), NOON)
  book.forget(NOON + 3 * DAY)
  assert.equal(book.waitingCount, 1)
  assert.equal(book.add(anAlert({ alertId: 'a2', emittedAt: NOON + 3 * DAY }), NOON + 3 * DAY), 'WAITING')
})

test('what could be read as several addresses, or as a header, is no address', () => {
  const told = email => addressOf(anAlert({ contact: { email } }))
  assert.equal(told(' ada@customers.example '), 'ada@customers.example')
  assert.equal(told('jürgen@bücher.example'), 'jürgen@bücher.example')
  const bad = ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'Ada <a@b.example>', '"a b"@c.example', 'a@b@c', 'a', '@b', 'a b@c.example', `${'a'.repeat(300)}@b.example`]
  assert.deepEqual(bad.map(told), bad.map(() => null))
})
