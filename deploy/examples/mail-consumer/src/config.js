/**
 * Settings, from environment variables. The README lists them.
 *
 * @typedef {ReturnType<typeof configOf>} Config
 */
export class WrongSetting extends Error {
  name = 'WrongSetting'
}

const UNITS_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** @param {NodeJS.ProcessEnv} env */
export function configOf(env) {
  const text = (name, usual) => env[name]?.trim() || usual || missing(name)
  const optional = name => env[name]?.trim() || undefined
  return {
    kafka: {
      brokers: text('KAFKA_BROKERS').split(',').map(broker => broker.trim()),
      topic: text('TOPIC', 'journey.abandonment-actions'),
      group: text('GROUP', 'mail-consumer'),
      tls: oneOf(env, 'KAFKA_TLS', ['off', 'on']) === 'on',
      user: optional('KAFKA_USER'),
      password: optional('KAFKA_PASSWORD'),
      mechanism: oneOf(env, 'KAFKA_SASL_MECHANISM', ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'])
    },
    registry: {
      url: link('REGISTRY_URL', text('REGISTRY_URL')),
      user: optional('REGISTRY_USER'),
      password: optional('REGISTRY_PASSWORD')
    },
    smtp: {
      url: smtpUrl(text('SMTP_URL')),
      timeoutMs: duration('SMTP_TIMEOUT', text('SMTP_TIMEOUT', '30s'))
    },
    ledger: text('LEDGER_DIR', './ledger'),
    maxAgeMs: duration('MAX_AGE', text('MAX_AGE', '24h')),
    resendInDoubt: oneOf(env, 'IN_DOUBT', ['resend', 'give-up']) === 'resend',
    skipUnreadable: oneOf(env, 'UNREADABLE', ['stop', 'skip']) === 'skip',
    mail: {
      from: mailbox(text('MAIL_FROM')),
      shop: oneLine('SHOP_NAME', text('SHOP_NAME')),
      postalAddress: optional('SHOP_ADDRESS'),
      replyTo: optional('MAIL_REPLY_TO'),
      locale: locale(text('LOCALE', 'en-GB')),
      unsubscribe: unsubscribeLink(optional('UNSUBSCRIBE_URL')),
      oneClick: oneOf(env, 'UNSUBSCRIBE_ONE_CLICK', ['off', 'on']) === 'on'
    }
  }
}

function missing(name) {
  throw new WrongSetting(`${name} must be set`)
}

function oneOf(env, name, values) {
  const value = env[name]?.trim() || values[0]
  return values.includes(value) ? value : wrong(name, `one of ${values.join(', ')}`)
}

function wrong(name, wanted) {
  throw new WrongSetting(`${name} must be ${wanted}`)
}

export function duration(name, text) {
  const [, number, unit] = /^(\d+)(ms|s|m|h|d)$/.exec(text) ?? wrong(name, 'a duration such as 30s, 15m, 24h or 2d')
  return Number(number) * UNITS_MS[unit]
}

function link(name, text) {
  return /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') ? text : wrong(name, 'an http(s) address')
}

function smtpUrl(text) {
  const wanted = 'an address such as smtp://user:password@host:587 or smtps://host:465'
  return /^smtps?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') ? text : wrong('SMTP_URL', wanted)
}

function mailbox(text) {
  return /^[^\s\p{Cc}<>,]+@[^\s\p{Cc}<>,@]+$/u.test(text) ? text : wrong('MAIL_FROM', 'one address, such as shop@shop.example')
}

function oneLine(name, text) {
  return /\p{Cc}/u.test(text) ? wrong(name, 'one line') : text
}

function locale(text) {
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return wrong('LOCALE', 'a language tag such as en-GB or de-DE')
  }
}

function unsubscribeLink(text) {
  if (!text) {
    return undefined
  }
  const isOne = /^(https?|mailto):/.test(text) && !/[\s<>,\p{Cc}]/u.test(text)
  return isOne ? text : wrong('UNSUBSCRIBE_URL', 'one https: or mailto: address; {alertId} stands for the alert')
}
