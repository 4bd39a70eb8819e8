import { decimalOf } from '../src/decimal.js'

export const NOON = Date.UTC(2026, 2, 1, 12)
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** An alert that is to be sent at once; changed by what is given. */
export function anAlert(changes = {}) {
  return {
    alertId: 'a1',
    revision: 1,
    step: 1,
    state: 'ABANDONED',
    kind: 'CART',
    actionable: true,
    reason: 'NONE',
    emittedAt: NOON,
    notBefore: null,
    lines: [aLine()],
    total: eur('29.00'),
    currency: 'EUR',
    recoveryLink: 'https://shop.example/cart?alert=a1',
    query: null,
    contact: { email: 'ada@customers.example' },
    ...changes
  }
}

export function aLine(changes = {}) {
  return {
    productId: 'mug',
    variantId: null,
    name: 'Stoneware mug',
    quantity: 2,
    unitPrice: eur('14.50'),
    currency: 'EUR',
    imageUrl: 'https://shop.example/images/mug.jpg',
    productUrl: 'https://shop.example/products/mug',
    ...changes
  }
}

/** With the four places of the contracts. */
export function eur(text) {
  const [whole, fraction = ''] = text.split('.')
  return { unscaled: BigInt(whole + fraction.padEnd(4, '0')), scale: 4 }
}

export const SETTINGS = {
  from: 'hello@shop.example',
  shop: 'The Kitchen Shop',
  postalAddress: '1 High Street, London',
  replyTo: undefined,
  locale: 'en-GB',
  unsubscribe: 'https://shop.example/stop?alert={alertId}',
  oneClick: false
}

export { decimalOf }
