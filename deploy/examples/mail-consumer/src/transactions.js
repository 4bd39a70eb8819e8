/**
 * Holds what a transaction wrote until its end is read: a commit lets it out, an abort drops it. Markers of the end are records of
 * the log itself, so nothing else is needed to read committed records only.
 *
 * One for each partition; fed with all batches in the order of their offsets.
 */
const IS_TRANSACTIONAL = 0b1_0000
const IS_CONTROL = 0b10_0000
const COMMIT = 1

export class Transactions {
  /** @type {Map<bigint, {offset: bigint, value: Buffer | null}[]>} by producer */
  #open = new Map()

  /**
   * @param {import('@platformatic/kafka').RecordsBatch} batch
   * @param {bigint} from what lies before it in the batch was asked for by nobody
   * @returns {{offset: bigint, value: Buffer | null}[]} what may be read from now on
   */
  add(batch, from) {
    if (batch.attributes & IS_CONTROL) {
      const written = this.#open.get(batch.producerId) ?? []
      this.#open.delete(batch.producerId)
      return batch.records[0]?.key?.readInt16BE(2) === COMMIT ? written : []
    }
    const records = batch.records
      .map(record => ({ offset: batch.firstOffset + BigInt(record.offsetDelta), value: record.value }))
      .filter(record => record.offset >= from)
    if (!(batch.attributes & IS_TRANSACTIONAL)) {
      return records
    }
    this.#open.set(batch.producerId, [...(this.#open.get(batch.producerId) ?? []), ...records])
    return []
  }
}
