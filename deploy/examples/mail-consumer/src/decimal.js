/**
 * An exact decimal: unscaled × 10^-scale. Money is never a float.
 *
 * @typedef {{unscaled: bigint, scale: number}} Decimal
 */

/**
 * Avro's decimal: the unscaled value in two's complement, highest byte first.
 *
 * @param {Uint8Array} bytes
 * @param {number} scale
 * @returns {Decimal}
 */
export function decimalOf(bytes, scale) {
  const hex = Buffer.from(bytes).toString('hex')
  return { unscaled: hex ? BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`)) : 0n, scale }
}

/**
 * @param {Decimal} price
 * @param {number} quantity whole
 * @returns {Decimal}
 */
export function times(price, quantity) {
  return { unscaled: price.unscaled * BigInt(quantity), scale: price.scale }
}

/**
 * @param {Decimal} value
 * @returns {string} such as -12.50, with as many places as the scale
 */
export function plain({ unscaled, scale }) {
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale)
  return (unscaled < 0n ? '-' : '') + whole + (fraction ? `.${fraction}` : '')
}

/**
 * An amount as people of a locale write it. Nothing is rounded: a price of 0.0125 keeps its four places.
 *
 * @param {Decimal} amount
 * @param {string | null} currency ISO 4217; one that is none is written behind the number
 * @param {string} locale BCP 47
 */
export function money(amount, currency, locale) {
  const exact = plain(amount)
  const places = exact.includes('.') ? exact.split('.')[1].replace(/0+$/, '').length : 0
  if (currency && /^[A-Z]{3}$/.test(currency)) {
    const usual = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits
    // Intl takes a decimal string exactly, without a float in between.
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: usual,
      maximumFractionDigits: Math.max(usual, places)
    }).format(/** @type {any} */ (exact))
  }
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: Math.min(2, amount.scale), maximumFractionDigits: Math.max(2, places) })
  return [number.format(/** @type {any} */ (exact)), currency].filter(Boolean).join(' ')
}
