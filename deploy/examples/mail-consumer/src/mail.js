import { addressOf } from './book.js'
import { money, times } from './decimal.js'
import { html } from './html.js'
import { messageId } from './outbox.js'
import { wordsOf } from './words.js'

const LONGEST_NAME = 160
const LONGEST_SUBJECT_NAME = 60

/**
 * A mail as nodemailer takes it.
 *
 * @param {import('./alerts.js').Alert} alert with an address
 * @param {import('./config.js').Config['mail']} settings
 */
export function mailOf(alert, settings) {
  const content = contentOf(alert, settings)
  const domain = settings.from.slice(settings.from.lastIndexOf('@') + 1)
  return {
    messageId: messageId(alert, domain),
    from: { name: settings.shop, address: settings.from },
    to: { name: '', address: addressOf(alert) },
    ...(settings.replyTo && { replyTo: settings.replyTo }),
    subject: content.subject,
    text: text(content),
    html: html(content),
    headers: headersOf(content, settings)
  }
}

function headersOf({ unsubscribe }, { oneClick }) {
  return {
    'Auto-Submitted': 'auto-generated',
    ...(unsubscribe && { 'List-Unsubscribe': { prepared: true, value: `<${unsubscribe}>` } }),
    // RFC 8058: only an https address takes the POST.
    ...(oneClick && unsubscribe?.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
  }
}

/**
 * All that is to be read, as plain text: what comes from outside is one line each, and links are http or https.
 *
 * @param {import('./alerts.js').Alert} alert
 */
export function contentOf(alert, { shop, postalAddress, locale, unsubscribe }) {
  const words = wordsOf(locale, alert.kind)
  const lines = (alert.lines ?? []).map(line => lineOf(line, words, locale))
  const only = lines.length === 1 && lines[0].isNamed ? shortened(lines[0].name, LONGEST_SUBJECT_NAME) : ''
  return {
    language: locale,
    shop: oneLine(shop),
    subject: words.subject(only),
    title: words.title,
    lead: alert.step > 1 ? words.again : words.lead,
    query: alert.query ? oneLine(alert.query) : '',
    lines,
    total: alert.total ? { label: words.total, amount: money(alert.total, alert.currency, locale) } : null,
    button: webLink(alert.recoveryLink) && { label: words.button, link: webLink(alert.recoveryLink) },
    why: words.why(oneLine(shop)),
    postalAddress: postalAddress ? oneLine(postalAddress) : '',
    unsubscribe: unsubscribe?.replaceAll('{alertId}', encodeURIComponent(alert.alertId)) ?? null,
    unsubscribeLabel: words.unsubscribe
  }
}

function lineOf(line, words, locale) {
  const price = line.unitPrice
  return {
    isNamed: Boolean(line.name),
    name: shortened(oneLine(line.name || `${words.product} ${line.productId}`), LONGEST_NAME),
    quantity: words.quantity(line.quantity),
    each: price && line.quantity > 1 ? words.each(money(price, line.currency, locale)) : '',
    amount: price ? money(times(price, line.quantity), line.currency, locale) : '',
    image: webLink(line.imageUrl),
    link: webLink(line.productUrl)
  }
}

function text(content) {
  const lines = content.lines.map(line =>
    [`* ${line.name}`, `  ${[line.quantity, line.each, line.amount].filter(Boolean).join(', ')}`, line.link && `  ${line.link}`]
      .filter(Boolean)
      .join('\n')
  )
  return [
    content.title,
    content.lead,
    content.query && `"${content.query}"`,
    lines.join('\n\n'),
    content.total && `${content.total.label}: ${content.total.amount}`,
    content.button && `${content.button.label}:\n${content.button.link}`,
    `-- \n${[content.shop, content.postalAddress, content.why].filter(Boolean).join('\n')}`,
    content.unsubscribe && `${content.unsubscribeLabel}: ${content.unsubscribe}`
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
}

/** Without line ends, control characters, and marks that turn the direction of writing. */
function oneLine(value) {
  return value.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').replace(/ {2,}/g, ' ').trim()
}

function shortened(value, most) {
  const characters = [...value]
  return characters.length <= most ? value : `${characters.slice(0, most - 1).join('').trimEnd()}…`
}

/** The address, if it leads to the web; anything else (javascript:, data:, file:) is none. */
function webLink(address) {
  if (!address || !URL.canParse(address)) {
    return null
  }
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
