import assert from 'node:assert/strict'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { Ledger } from '../src/ledger.js'
import { DAY, NOON } from './fixtures.js'

let directory
beforeEach(() => (directory = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-'))))
afterEach(() => fs.rmSync(directory, { recursive: true }))

const file = () => path.join(directory, 'mails.jsonl')
const reopened = (forgetBefore = 0) => Ledger.open(directory, forgetBefore)

test('what was written is known after a restart', () => {
  const ledger = reopened()
  ledger.write('a/1', 'BEGUN', NOON)
  ledger.write('a/1', 'SENT', NOON)
  ledger.write('b/1', 'BEGUN', NOON)
  ledger.write('c/1', 'BEGUN', NOON)
  ledger.write('c/1', 'FAILED', NOON)
  ledger.write('d/1', 'GIVEN_UP', NOON)

  const after = reopened()
  assert.deepEqual(['a/1', 'b/1', 'c/1', 'd/1'].map(key => [after.isSettled(key), after.isInDoubt(key)]), [
    [true, false],
    [false, true],
    [false, false],
    [true, false]
  ])
})

test('a write that a crash cut off is left out, and the next one is whole', () => {
  reopened().write('a/1', 'SENT', NOON)
  fs.appendFileSync(file(), '{"key":"b/1","fa')
  reopened().write('c/1', 'SENT', NOON)
  const after = reopened()
  assert.deepEqual([after.isSettled('a/1'), after.isSettled('b/1'), after.isSettled('c/1')], [true, false, true])
})

test('a broken line in the middle is not passed over', () => {
  reopened().write('a/1', 'SENT', NOON)
  fs.writeFileSync(file(), `garbage\n${fs.readFileSync(file())}`)
  assert.throws(() => reopened(), { code: 'LEDGER_BROKEN' })
})

test('old facts go, and only the last fact of a mail stays', () => {
  const ledger = reopened()
  ledger.write('old/1', 'SENT', NOON - DAY)
  ledger.write('a/1', 'BEGUN', NOON)
  ledger.write('a/1', 'SENT', NOON)
  const after = reopened(NOON)
  assert.equal(after.isSettled('old/1'), false)
  assert.equal(fs.readFileSync(file(), 'utf8'), `{"key":"a/1","fact":"SENT","at":${NOON}}\n`)
})

test('nobody else may read it', () => {
  reopened().write('a/1', 'SENT', NOON)
  assert.equal(fs.statSync(file()).mode & 0o077, 0)
})
