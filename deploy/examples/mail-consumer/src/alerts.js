import avro from 'avsc'
import { decimalOf } from './decimal.js'

/**
 * An alert as far as a mail needs it (AbandonmentEvent in schemas/contracts). Times are epoch milliseconds.
 *
 * @typedef {object} Line
 * @property {string} productId
 * @property {string | null} name
 * @property {number} quantity
 * @property {import('./decimal.js').Decimal | null} unitPrice
 * @property {string | null} currency
 * @property {string | null} imageUrl
 * @property {string | null} productUrl
 *
 * @typedef {object} Alert
 * @property {string} alertId
 * @property {number} revision
 * @property {number} step
 * @property {string} state
 * @property {string} kind
 * @property {boolean} actionable
 * @property {string} reason
 * @property {number} emittedAt
 * @property {number | null} notBefore
 * @property {Line[]} lines
 * @property {import('./decimal.js').Decimal | null} total
 * @property {string | null} currency
 * @property {string | null} recoveryLink
 * @property {string | null} query
 * @property {Record<string, string> | null} contact
 */

/** Bytes that are no alert: not of Confluent's wire format, of an unknown schema, or broken. */
export class Unreadable extends Error {
  name = 'Unreadable'
}

class Decimals extends avro.types.LogicalType {
  constructor(schema, options) {
    super(schema, options)
    this.scale = schema.scale ?? 0
  }
  _fromValue(bytes) {
    return decimalOf(bytes, this.scale)
  }
  _toValue(decimal) {
    let hex = BigInt.asUintN(128, decimal.unscaled).toString(16).padStart(32, '0')
    return Buffer.from(hex, 'hex')
  }
}

const MAGIC = 0
const HEAD_BYTES = 5
const REGISTRY_ANSWERS_WITHIN_MS = 10_000

/** Reads alerts with the schema they were written with: fields added later are left alone. */
export class AlertReader {
  /** @type {Map<number, avro.Type>} */
  #types = new Map()
  #url
  #authorization

  /** @param {{url: string, user?: string, password?: string}} registry of Confluent's API */
  constructor({ url, user, password }) {
    this.#url = url.replace(/\/+$/, '')
    this.#authorization = user ? `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}` : undefined
  }

  /**
   * @param {Buffer | null} bytes
   * @returns {Promise<Alert>}
   * @throws {Unreadable} if the record is no alert; any other error is the registry's, and passes
   */
  async read(bytes) {
    if (!bytes || bytes.length <= HEAD_BYTES || bytes[0] !== MAGIC) {
      throw new Unreadable('not in wire format')
    }
    const type = await this.#typeOf(bytes.readInt32BE(1))
    let event
    try {
      event = type.fromBuffer(bytes.subarray(HEAD_BYTES))
    } catch {
      throw new Unreadable('does not decode')
    }
    if (typeof event.alertId !== 'string' || !Number.isInteger(event.revision)) {
      throw new Unreadable('no alert')
    }
    return event
  }

  async #typeOf(id) {
    const known = this.#types.get(id)
    if (known) {
      return known
    }
    const { schema, references } = await this.#get(`/schemas/ids/${id}`)
    const named = {}
    await this.#addReferences(references ?? [], named)
    const type = parse(schema, named)
    this.#types.set(id, type)
    return type
  }

  async #addReferences(references, named) {
    for (const { subject, version } of references) {
      const { schema, references: deeper } = await this.#get(`/subjects/${encodeURIComponent(subject)}/versions/${version}`)
      await this.#addReferences(deeper ?? [], named)
      parse(schema, named)
    }
  }

  async #get(path) {
    const answer = await fetch(this.#url + path, {
      headers: {
        accept: 'application/vnd.schemaregistry.v1+json',
        ...(this.#authorization && { authorization: this.#authorization })
      },
      signal: AbortSignal.timeout(REGISTRY_ANSWERS_WITHIN_MS)
    })
    if (answer.status === 404) {
      throw new Unreadable('schema unknown to the registry')
    }
    if (!answer.ok) {
      throw Object.assign(new Error('the registry refused'), { code: `HTTP_${answer.status}` })
    }
    return answer.json()
  }
}

/** @param {Record<string, any>} named types met so far; the new ones are added */
export function parse(schema, named = {}) {
  return avro.Type.forSchema(typeof schema === 'string' ? JSON.parse(schema) : schema, {
    registry: named,
    // Unions as plain values: null or the thing itself.
    wrapUnions: false,
    logicalTypes: { decimal: Decimals }
  })
}
