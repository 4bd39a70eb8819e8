import { Consumer } from '@platformatic/kafka'
import { codesOf } from './log.js'
import { Transactions } from './transactions.js'

/** What cannot be mended by trying again. */
export class FeedStopped extends Error {
  name = 'FeedStopped'
  /** @param {'ANOTHER_INSTANCE' | 'CREATE_TIME' | 'NO_TOPIC'} code */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

const READ_UNCOMMITTED = 0
const ANY_EPOCH = -1
const IS_LOG_APPEND_TIME = 0b1000
const WAIT_MS = 500
const PARTITION_BYTES = 1_048_576
const SESSION_MS = 10_000
const HEARTBEAT_MS = 2_000
const COMMIT_EVERY_MS = 5_000
const LOOK_FOR_PARTITIONS_EVERY_MS = 30_000
const TRY_AGAIN_MS = { first: 250, most: 10_000 }
/** Alerts are a little older than their records. */
const MARGIN_MS = 3_600_000

/**
 * All partitions of the topic, committed records only, from one maximum age ago on: what an older record says can lead to no mail.
 * So whatever the process knew before it died is in the topic, and offsets are committed for those only who watch the lag.
 *
 * An alert may change its partition when a device becomes known as a customer's. Hence one instance reads all partitions, and the
 * group sees to it that there is only one: with a static member id, the newer instance puts the older one out.
 */
export class Feed {
  #settings
  #log
  #consumer
  #topic
  /** @type {{leader: number, at: bigint, transactions: Transactions, endSeenAt: number}[]} by partition */
  #partitions = []
  #topicId = ''
  #isStopping = false
  #committedAt = 0
  #lookedAt = 0
  #lookEveryMs
  #beatAt = 0

  /**
   * @param {import('./config.js').Config['kafka']} settings
   * @param {{info: import('./log.js').Log, warn: import('./log.js').Log}} log
   * @param {number} lookEveryMs partitions may be added to the topic while it is read
   */
  constructor(settings, log, lookEveryMs = LOOK_FOR_PARTITIONS_EVERY_MS) {
    this.#lookEveryMs = lookEveryMs
    this.#settings = settings
    this.#topic = settings.topic
    this.#log = log
    this.#consumer = consumerOf(settings)
  }

  /**
   * Reads until it is stopped.
   *
   * @param {number} maxAgeMs
   * @param {(value: Buffer | null, where: {partition: number, offset: bigint}) => Promise<void>} take
   * @throws {FeedStopped} and whatever `take` throws
   */
  async run(maxAgeMs, take) {
    await this.#start(maxAgeMs)
    let failures = 0
    while (!this.#isStopping) {
      let responses
      try {
        await this.#lookForPartitions()
        responses = await this.#fetch()
        failures = 0
      } catch (error) {
        this.#throwIfStopped()
        this.#log.warn('fetch failed', codesOf(error))
        await pause(Math.min(TRY_AGAIN_MS.most, TRY_AGAIN_MS.first * 2 ** failures++))
        await this.#mend(error, maxAgeMs)
        continue
      }
      for (const { askedAt, partition } of responses) {
        await this.#takeIn(partition, askedAt, take)
      }
      this.#throwIfStopped()
      this.#commitNowAndThen()
    }
  }

  /** Whether everything that was in the topic `withinMs` ago has been read, and this instance still is the one. */
  isAtEnd(nowMs, withinMs) {
    const since = nowMs - withinMs
    const isAlone = !this.#stopped && this.#beatAt > nowMs - SESSION_MS
    return isAlone && this.#partitions.length > 0 && this.#partitions.every(partition => partition.endSeenAt >= since)
  }

  async stop() {
    this.#isStopping = true
    try {
      await this.#commit()
      await this.#consumer.leaveGroup()
    } catch (error) {
      this.#log.warn('left without a word', codesOf(error))
    }
    await this.#consumer.close(true).catch(() => {})
  }

  /** @type {FeedStopped | null} */
  #stopped = null

  async #start(maxAgeMs) {
    const consumer = this.#consumer
    consumer.topics.trackAll(this.#topic)
    consumer.on('consumer:heartbeat:end', () => (this.#beatAt = Date.now()))
    consumer.on('consumer:heartbeat:error', ({ error }) => this.#judgeHeartbeat(error))
    consumer.on('error', error => this.#judgeHeartbeat(error))
    consumer.on('consumer:group:join', ({ assignments }) => this.#judgeAssignment(assignments))
    await this.#locate(maxAgeMs)
    await this.#throughTrouble(() => consumer.joinGroup({}))
    this.#throwIfStopped()
    this.#beatAt = Date.now()
  }

  async #locate(maxAgeMs) {
    await this.#throughTrouble(() => this.#findLeaders())
    const from = BigInt(Date.now() - maxAgeMs - MARGIN_MS)
    const [starts, ends] = await this.#throughTrouble(() =>
      Promise.all([this.#offsets(from), this.#offsets(-1n)])
    )
    for (const [index, partition] of this.#partitions.entries()) {
      // No record is that young: there is nothing to read but what will come.
      partition.at = starts[index] < 0n ? ends[index] : starts[index]
      partition.transactions = new Transactions()
      partition.endSeenAt = 0
    }
    this.#log.info('reading', { topic: this.#topic, from: this.#partitions.map(partition => String(partition.at)) })
  }

  async #offsets(timestamp) {
    const offsets = await this.#consumer.listOffsets({ topics: [this.#topic], timestamp, isolationLevel: READ_UNCOMMITTED })
    return offsets.get(this.#topic) ?? []
  }

  async #findLeaders() {
    this.#consumer.clearMetadata()
    const metadata = await this.#consumer.metadata({ topics: [this.#topic] })
    const topic = metadata.topics.get(this.#topic)
    if (!topic) {
      throw new FeedStopped('NO_TOPIC', `there is no topic ${this.#topic}`)
    }
    this.#topicId = topic.id
    this.#lookedAt = Date.now()
    for (const [index, { leader }] of Object.entries(topic.partitions)) {
      // A partition that was not there at start has nothing that is too old: it is read from its beginning.
      this.#partitions[Number(index)] ??= { leader, at: 0n, transactions: new Transactions(), endSeenAt: 0 }
      this.#partitions[Number(index)].leader = leader
    }
  }

  async #lookForPartitions() {
    if (Date.now() - this.#lookedAt >= this.#lookEveryMs) {
      await this.#findLeaders()
    }
  }

  async #fetch() {
    const leaders = [...new Set(this.#partitions.map(partition => partition.leader))]
    const askedAt = Date.now()
    const answers = await Promise.all(leaders.map(leader => this.#fetchFrom(leader)))
    return answers.flatMap(answer => answer.responses.flatMap(topic => topic.partitions)).map(partition => ({ askedAt, partition }))
  }

  #fetchFrom(leader) {
    const partitions = this.#partitions.flatMap((partition, index) =>
      partition.leader === leader
        ? [{ partition: index, fetchOffset: partition.at, currentLeaderEpoch: ANY_EPOCH, lastFetchedEpoch: ANY_EPOCH, partitionMaxBytes: PARTITION_BYTES }]
        : []
    )
    return this.#consumer.fetch({
      node: leader,
      topics: [{ topicId: this.#topicId, partitions }],
      maxWaitTime: WAIT_MS,
      // Everything, with the marks of how transactions ended: see README, "Why this client".
      isolationLevel: READ_UNCOMMITTED
    })
  }

  async #takeIn({ partitionIndex, records, highWatermark }, askedAt, take) {
    const partition = this.#partitions[partitionIndex]
    for (const batch of records ?? []) {
      const next = batch.firstOffset + BigInt(batch.lastOffsetDelta) + 1n
      if (next <= partition.at) {
        continue
      }
      if (!(batch.attributes & IS_LOG_APPEND_TIME)) {
        throw new FeedStopped('CREATE_TIME', `${this.#topic} must have message.timestamp.type=LogAppendTime: where to begin is found by it`)
      }
      for (const { offset, value } of partition.transactions.add(batch, partition.at)) {
        await take(value, { partition: partitionIndex, offset })
      }
      partition.at = next
    }
    if (partition.at >= highWatermark) {
      partition.endSeenAt = askedAt
    }
  }

  async #mend(error, maxAgeMs) {
    if (findsCode(error, 'OFFSET_OUT_OF_RANGE')) {
      await this.#locate(maxAgeMs)
    } else {
      await this.#findLeaders().catch(() => {})
    }
  }

  /** At start, Kafka may be away for a while. */
  async #throughTrouble(action) {
    for (let failures = 0; ; failures++) {
      try {
        return await action()
      } catch (error) {
        if (error instanceof FeedStopped || this.#isStopping) {
          throw error
        }
        this.#throwIfStopped()
        this.#log.warn('kafka is away', codesOf(error))
        await pause(Math.min(TRY_AGAIN_MS.most, TRY_AGAIN_MS.first * 2 ** failures))
      }
    }
  }

  #judgeHeartbeat(error) {
    if (findsCode(error, 'FENCED_INSTANCE_ID')) {
      this.#putOut()
    }
  }

  #judgeAssignment(assignments) {
    const got = assignments?.find(({ topic }) => topic === this.#topic)?.partitions.length ?? 0
    if (this.#partitions.length > 0 && got < this.#partitions.length) {
      this.#putOut()
    }
  }

  #putOut() {
    this.#stopped = new FeedStopped('ANOTHER_INSTANCE', 'another instance has taken over')
  }

  #throwIfStopped() {
    if (this.#stopped) {
      throw this.#stopped
    }
  }

  #commitNowAndThen() {
    if (Date.now() - this.#committedAt >= COMMIT_EVERY_MS) {
      this.#committedAt = Date.now()
      this.#commit().catch(error => this.#log.warn('commit failed', codesOf(error)))
    }
  }

  async #commit() {
    const offsets = this.#partitions.map(({ at }, partition) => ({ topic: this.#topic, partition, offset: at, leaderEpoch: ANY_EPOCH }))
    if (offsets.length > 0 && this.#consumer.memberId) {
      await this.#consumer.commit({ offsets })
    }
  }
}

function consumerOf({ brokers, group, tls, user, password, mechanism }) {
  return new Consumer({
    clientId: 'mail-consumer',
    groupId: group,
    groupInstanceId: `${group}-only`,
    bootstrapBrokers: brokers,
    sessionTimeout: SESSION_MS,
    rebalanceTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    retries: 2,
    ...(tls && { tls: {} }),
    ...(user && { sasl: { mechanism, username: user, password } })
  })
}

const pause = ms => new Promise(resolve => setTimeout(resolve, ms))

/** Errors of the client hold those of the broker inside. */
function findsCode(error, apiId) {
  return Boolean(error) && (error.apiId === apiId || [error.cause, ...(error.errors ?? [])].some(inner => findsCode(inner, apiId)))
}
