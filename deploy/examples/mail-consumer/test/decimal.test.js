import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimalOf, money, plain, times } from '../src/decimal.js'
import { eur } from './fixtures.js'

const spaces = text => text.replace(/\s/gu, ' ')

test('two’s complement of any length is read', () => {
  assert.equal(plain(decimalOf(Buffer.from([0x02, 0x36, 0x68]), 4)), '14.5000')
  assert.equal(plain(decimalOf(Buffer.from([0xff]), 4)), '-0.0001')
  assert.equal(plain(decimalOf(Buffer.from([0x00, 0xff]), 0)), '255')
  assert.equal(plain(decimalOf(Buffer.alloc(0), 4)), '0.0000')
  assert.equal(plain(decimalOf(Buffer.from('0de0b6b3a763ffff', 'hex'), 4)), '99999999999999.9999')
})

test('amounts beyond what a float holds stay exact', () => {
  assert.equal(plain(times(eur('99999999999999.9999'), 3)), '299999999999999.9997')
  assert.equal(money(times(eur('99999999999999.9999'), 3), 'EUR', 'en-GB'), '€299,999,999,999,999.9997')
  assert.equal(plain(times(eur('0.1000'), 3)), '0.3000')
})

test('amounts are written as the locale and the currency want it', () => {
  assert.equal(money(eur('1234.50'), 'EUR', 'en-GB'), '€1,234.50')
  assert.equal(spaces(money(eur('1234.50'), 'EUR', 'de-DE')), '1.234,50 €')
  assert.equal(money(eur('1234'), 'JPY', 'en-GB'), 'JP¥1,234')
  assert.equal(money(eur('0.0125'), 'EUR', 'en-GB'), '€0.0125')
  assert.equal(money(eur('-3.20'), 'EUR', 'en-GB'), '-€3.20')
})

test('an unknown or missing currency is no reason to fail', () => {
  assert.equal(money(eur('5.00'), null, 'en-GB'), '5.00')
  assert.equal(money(eur('5.00'), 'points', 'en-GB'), '5.00 points')
})
