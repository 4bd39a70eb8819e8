import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Transactions } from '../src/transactions.js'

const TRANSACTIONAL = 16
const CONTROL = 32

const written = (producerId, firstOffset, ...values) => ({
  attributes: TRANSACTIONAL, producerId, firstOffset,
  records: values.map((value, offsetDelta) => ({ offsetDelta, value, key: null }))
})
const end = (producerId, firstOffset, type) => ({
  attributes: TRANSACTIONAL | CONTROL, producerId, firstOffset,
  records: [{ offsetDelta: 0, key: Buffer.from([0, 0, 0, type]), value: Buffer.alloc(6) }]
})
const commit = (producer, offset) => end(producer, offset, 1)
const abort = (producer, offset) => end(producer, offset, 0)
const read = (batches, from = 0n, transactions = new Transactions()) =>
  batches.flatMap(batch => transactions.add(batch, from)).map(record => record.value)

test('what is committed is read when the commit is', () => {
  assert.deepEqual(read([written(1n, 0n, 'a', 'b')]), [])
  assert.deepEqual(read([written(1n, 0n, 'a'), written(1n, 1n, 'b'), commit(1n, 2n)]), ['a', 'b'])
})

test('two aborted transactions of one producer leave nothing', () => {
  const log = [written(1n, 0n, 'x'), abort(1n, 1n), written(1n, 2n, 'a'), commit(1n, 3n), written(1n, 4n, 'y'), abort(1n, 5n)]
  assert.deepEqual(read(log), ['a'])
})

test('aborted transactions of two producers may cross', () => {
  const log = [written(1n, 0n, 'x'), written(2n, 1n, 'y'), written(3n, 2n, 'a'), abort(2n, 3n), abort(1n, 4n), commit(3n, 5n)]
  assert.deepEqual(read(log), ['a'])
})

test('an abort whose beginning was not read harms nothing, and what it left is not read', () => {
  assert.deepEqual(read([abort(1n, 5n), written(1n, 6n, 'a'), commit(1n, 7n)], 5n), ['a'])
  const transactions = new Transactions()
  assert.deepEqual(read([written(1n, 0n, 'x')], 0n, transactions), [])
  assert.deepEqual(read([abort(1n, 1n)], 1n, transactions), [])
})

test('records outside of transactions are read at once, but not those before the beginning', () => {
  assert.deepEqual(read([{ ...written(-1n, 3n, 'a', 'b', 'c'), attributes: 0 }], 4n), ['b', 'c'])
})
