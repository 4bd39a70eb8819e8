import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { configOf, WrongSetting } from '../src/config.js'

const LEAST = {
  KAFKA_BROKERS: '127.0.0.1:9092',
  REGISTRY_URL: 'http://127.0.0.1:8081',
  SMTP_URL: 'smtp://127.0.0.1:25',
  MAIL_FROM: 'hello@shop.example',
  SHOP_NAME: 'Shop'
}

test('the least that must be set, and what counts then', () => {
  const config = configOf(LEAST)
  assert.deepEqual([config.kafka.topic, config.kafka.group, config.maxAgeMs, config.resendInDoubt, config.skipUnreadable], [
    'journey.abandonment-actions',
    'mail-consumer',
    86_400_000,
    true,
    false
  ])
})

test('what is wrong is refused by name', () => {
  const wrong = {
    KAFKA_BROKERS: '', REGISTRY_URL: 'registry:8081', SMTP_URL: 'mail.example', MAIL_FROM: 'a@b.example\nBcc: c@d.example', SHOP_NAME: 'a\r\nb',
    MAX_AGE: '1 day', IN_DOUBT: 'maybe', UNREADABLE: 'cry', LOCALE: 'e', UNSUBSCRIBE_URL: 'javascript:x', SMTP_TIMEOUT: '5', KAFKA_TLS: 'yes', UNSUBSCRIBE_ONE_CLICK: '1',
    KAFKA_SASL_MECHANISM: 'NONE'
  }
  for (const [name, value] of Object.entries(wrong)) {
    assert.throws(() => configOf({ ...LEAST, [name]: value }), error => error instanceof WrongSetting && error.message.startsWith(name), name)
  }
})

test('the README lists every variable that is read', () => {
  const source = fs.readFileSync(new URL('../src/config.js', import.meta.url), 'utf8')
  const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const read = new Set([...source.matchAll(/'([A-Z][A-Z_]{4,})'/g)].map(([, name]) => name).filter(name => name.includes('_') || ['TOPIC', 'GROUP', 'LOCALE'].includes(name)))
  assert.deepEqual([...read].filter(name => !readme.includes(`\`${name}\``)), [])
})
