import fs from 'node:fs'
import path from 'node:path'

/**
 * What was handed over, on disk: one JSON line a fact, appended and synced before the next step is taken. It holds ids and times
 * only, nothing of a person.
 *
 *   BEGUN    the mail is about to be handed over
 *   SENT     the server took it
 *   FAILED   the server did not take it, and it may be tried again
 *   GIVEN_UP it will not be sent
 *
 * A mail that is BEGUN and nothing else is in doubt: whoever wrote that died before the answer.
 *
 * @typedef {'BEGUN' | 'SENT' | 'FAILED' | 'GIVEN_UP'} Fact
 */
export class Ledger {
  /** @type {Map<string, {fact: Fact, at: number}>} by mail key, the last fact */
  #facts = new Map()
  #file
  #handle

  /**
   * @param {string} directory
   * @param {number} forgetBeforeMs older facts are left out when the file is written anew
   */
  static open(directory, forgetBeforeMs) {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 })
    return new Ledger(path.join(directory, 'mails.jsonl'), forgetBeforeMs)
  }

  constructor(file, forgetBeforeMs) {
    this.#file = file
    this.#load(forgetBeforeMs)
    this.#rewrite()
    this.#handle = fs.openSync(file, 'a', 0o600)
  }

  /** Whether that mail was sent or given up. */
  isSettled(key) {
    const fact = this.#facts.get(key)?.fact
    return fact === 'SENT' || fact === 'GIVEN_UP'
  }

  isInDoubt(key) {
    return this.#facts.get(key)?.fact === 'BEGUN'
  }

  /**
   * Returns when the fact is on disk.
   *
   * @param {Fact} fact
   */
  write(key, fact, atMs) {
    fs.writeSync(this.#handle, line(key, fact, atMs))
    fs.fdatasyncSync(this.#handle)
    this.#facts.set(key, { fact, at: atMs })
  }

  close() {
    fs.closeSync(this.#handle)
  }

  #load(forgetBeforeMs) {
    if (!fs.existsSync(this.#file)) {
      return
    }
    const lines = fs.readFileSync(this.#file, 'utf8').split('\n')
    // What follows the last line end is a write that a crash cut off: that fact was never relied on.
    lines.pop()
    for (const [index, text] of lines.entries()) {
      const { key, fact, at } = parsed(text, index + 1)
      if (at >= forgetBeforeMs) {
        this.#facts.set(key, { fact, at })
      }
    }
  }

  #rewrite() {
    const fresh = `${this.#file}.new`
    const handle = fs.openSync(fresh, 'w', 0o600)
    fs.writeSync(handle, [...this.#facts].map(([key, { fact, at }]) => line(key, fact, at)).join(''))
    fs.fsyncSync(handle)
    fs.closeSync(handle)
    fs.renameSync(fresh, this.#file)
    const directory = fs.openSync(path.dirname(this.#file), 'r')
    fs.fsyncSync(directory)
    fs.closeSync(directory)
  }
}

const line = (key, fact, at) => `${JSON.stringify({ key, fact, at })}\n`

function parsed(text, number) {
  try {
    return JSON.parse(text)
  } catch {
    throw Object.assign(new Error(`line ${number} of the ledger is broken`), { code: 'LEDGER_BROKEN' })
  }
}
