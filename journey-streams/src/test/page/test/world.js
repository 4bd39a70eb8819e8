/** Made-up answers of a processor, in the form of its OpenAPI document: the same each time. */

export const CLOCK = '2026-11-23T14:03:10Z';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const GRAIN_MS = { minute: MINUTE, hour: HOUR, day: DAY };

const iso = (ms) => new Date(ms).toISOString().replace('.000Z', 'Z');
const eur = (amount) => [{ currency: 'EUR', amount: amount.toFixed(2) }];
const wait = (p50) => ({ p50, p90: p50 * 3.1, p99: p50 * 8 });

/** Repeats: no two runs differ. */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

export const CHOICES = {
  channel: ['ads', 'direct', 'email', 'organic_search', 'social'],
  device: ['desktop', 'mobile', 'tablet'],
  segment: ['new_visitor', 'returning_visitor', 'customer', 'repeat_customer'],
};

/**
 * The answer of `/map`.
 *
 * @param question as in the address
 * @param failing since when payments fail, minutes before the clock; none if left out
 */
export function mapOf(question = {}, { failing } = {}) {
  const { from, to, grain } = spanOf(question);
  const part = ['channel', 'device', 'segment'].reduce((share, name) => (question[name] ? share * 0.3 : share), 1);
  const series = seriesOf(from, to, grain, part, failing);
  const started = series.reduce((sum, at) => sum + at.started, 0);
  const goals = series.reduce((sum, at) => sum + at.goals, 0);
  const failed = series.reduce((sum, at) => sum + at.paymentsFailed, 0);
  return {
    clock: CLOCK,
    from: iso(from),
    to: iso(to),
    grain,
    kept: { minute: '2026-11-23T11:03:00Z', hour: '2026-11-19T14:00:00Z', day: '2026-10-25T00:00:00Z' },
    partitions: { of: 6, answered: 6 },
    choices: CHOICES,
    graphs: [mission(started, goals), lifecycle(started), touchpoints(started)],
    funnel: funnelOf(started, goals),
    channels: CHOICES.channel.map((channel, i) => ({
      channel,
      started: Math.round((started * [12, 25, 18, 35, 10][i]) / 100),
      goals: Math.round((goals * [6, 31, 27, 30, 6][i]) / 100),
      value: eur(goals * [6, 31, 27, 30, 6][i] * 0.62),
    })),
    friction: [
      { kind: 'PAYMENT_FAILED', stage: 'DECISION', count: failed, value: eur(failed * 71.4) },
      { kind: 'DETOUR', stage: 'DECISION', count: Math.round(started * 0.07), value: eur(started * 2.4) },
      { kind: 'CHECKOUT_ERROR', stage: 'DECISION', count: Math.round(started * 0.02), value: eur(started * 1.2) },
      { kind: 'LOOP', stage: 'CONSIDERATION', count: Math.round(started * 0.04), value: eur(started * 0.7) },
      { kind: 'PROMISE_BREACHED', stage: 'PURCHASE', count: 3, value: [] },
    ].sort((a, b) => Number(b.value[0]?.amount ?? 0) - Number(a.value[0]?.amount ?? 0)),
    service: [
      {
        channel: 'chat',
        ended: 41,
        abandoned: 3,
        repeated: 4,
        breached: 2,
        solvedAtFirst: 30,
        wait: wait(18_000),
        handling: wait(240_000),
      },
      {
        channel: 'call',
        ended: 17,
        abandoned: 5,
        repeated: 2,
        breached: 6,
        solvedAtFirst: 9,
        wait: wait(95_000),
        handling: wait(310_000),
      },
      {
        channel: 'ticket',
        ended: 8,
        abandoned: 0,
        repeated: 1,
        breached: 0,
        solvedAtFirst: 5,
        wait: wait(9_000_000),
        handling: null,
      },
    ],
    promises: { chat: 120_000, call: 240_000, ticket: 86_400_000 },
    alerts: [
      {
        kind: 'CART',
        fired: Math.round(started * 0.09),
        recovered: Math.round(started * 0.02),
        retracted: 2,
        expired: 1,
        atStake: eur(started * 5.1),
        won: eur(started * 1.3),
      },
      {
        kind: 'CHECKOUT',
        fired: Math.round(started * 0.03),
        recovered: Math.round(started * 0.01),
        retracted: 1,
        expired: 0,
        atStake: eur(started * 2.9),
        won: eur(started * 0.9),
      },
      {
        kind: 'PAYMENT_FAILED',
        fired: Math.round(failed * 0.8),
        recovered: Math.round(failed * 0.1),
        retracted: 0,
        expired: 0,
        atStake: eur(failed * 60),
        won: eur(failed * 8),
      },
      { kind: 'BROWSE', fired: Math.round(started * 0.05), recovered: 3, retracted: 0, expired: 4, atStake: [], won: [] },
    ],
    trial: { reminded: 1_940, remindedRecovered: 412, withheld: 215, withheldRecovered: 29 },
    churn: {
      alerts: [
        { kind: 'NON_CONTRACTUAL', level: 'HIGH', state: 'FIRING', count: 14, value: eur(2_310.5) },
        { kind: 'NON_CONTRACTUAL', level: 'MEDIUM', state: 'FIRING', count: 37, value: eur(4_102) },
        { kind: 'VOLUNTARY', level: 'HIGH', state: 'FIRING', count: 2, value: eur(340) },
        { kind: 'NON_CONTRACTUAL', level: 'MEDIUM', state: 'CLEARED', count: 11, value: eur(1_120) },
      ],
      reliability: [
        {
          series: 'FIRING',
          brier: 0.142,
          calibrationError: 0.031,
          bins: [0.55, 0.65, 0.75, 0.85, 0.95].map((p, i) => ({
            predicted: p,
            observed: [0.51, 0.68, 0.72, 0.81, 0.93][i],
            count: [210, 160, 120, 90, 40][i],
          })),
        },
        {
          series: 'SAMPLE',
          brier: 0.087,
          calibrationError: 0.018,
          bins: [0.05, 0.15, 0.25, 0.35, 0.45].map((p, i) => ({
            predicted: p,
            observed: [0.06, 0.13, 0.29, 0.33, 0.48][i],
            count: [400, 300, 150, 90, 60][i],
          })),
        },
      ],
    },
    series,
  };
}

/** Nothing happened, or nothing that fits. */
export function emptyMap(question = {}, more = {}) {
  const { from, to, grain } = spanOf(question);
  const whole = mapOf(question);
  return {
    ...whole,
    choices: { channel: [], device: [], segment: [] },
    graphs: whole.graphs.map((graph) => ({
      ...graph,
      nodes: graph.nodes.map((node) => ({ ...node, in: 0, out: 0, stayed: 0, left: 0 })),
      edges: [],
    })),
    funnel: whole.funnel.map((step) => ({ ...step, reached: 0, wait: null })),
    channels: [],
    friction: [],
    service: [],
    alerts: [],
    trial: { reminded: 0, remindedRecovered: 0, withheld: 0, withheldRecovered: 0 },
    churn: { alerts: [], reliability: [] },
    series: seriesOf(from, to, grain, 0),
    ...more,
  };
}

function spanOf({ from, to }) {
  const end = to ? Date.parse(to) : Date.parse(CLOCK);
  const start = from ? Date.parse(from) : end - HOUR;
  const grain = end - start <= 3 * HOUR ? 'minute' : end - start <= 4 * DAY ? 'hour' : 'day';
  const unit = GRAIN_MS[grain];
  return { from: Math.floor(start / unit) * unit, to: Math.ceil(end / unit) * unit, grain };
}

function seriesOf(from, to, grain, part, failing) {
  const unit = GRAIN_MS[grain];
  const broken = failing === undefined ? Infinity : Date.parse(CLOCK) - failing * MINUTE;
  const series = [];
  for (let at = from; at < to; at += unit) {
    const roll = dice((Math.imul(at / MINUTE, 2_654_435_761) >>> 1) % 2 ** 31);
    roll();
    const busy = (0.75 + 0.25 * Math.sin(((at / HOUR) % 24) * 0.26)) * (0.7 + 0.6 * roll()) * part;
    const started = at > Date.parse(CLOCK) ? 0 : Math.round((38 * unit * busy) / MINUTE);
    const isBroken = unit === MINUTE && at + unit > broken;
    const wanted = started * 0.16 * (0.6 + 0.8 * roll());
    const paymentsFailed = Math.round(wanted * (isBroken ? 1.6 : 0.1) + (isBroken ? 0 : roll() * 0.6 * Math.min(1, started)));
    series.push({
      at: iso(at),
      started,
      goals: Math.round(isBroken ? wanted * 0.25 : wanted),
      friction: paymentsFailed + Math.round(started * 0.05 * roll()),
      paymentsFailed,
      fired: Math.round(started * 0.12 + roll() * 2.2 * Math.min(1, started)),
      recovered: Math.round(started * 0.03 + roll() * 0.8 * Math.min(1, started)),
    });
  }
  return series;
}

const edge = (from, to, count, more = {}) => ({
  from,
  to,
  count,
  customers: Math.round(count * 0.97),
  loops: 0,
  wait: from === null || to === null ? null : wait(41_000),
  value: [],
  ...more,
});

function mission(started, goals) {
  const n = (share) => Math.round(started * share);
  const considered = n(0.62);
  const decided = n(0.34);
  const nodes = [
    { name: 'AWARENESS', in: n(0.96), out: n(0.6), stayed: n(0.28), left: n(0.08) },
    { name: 'CONSIDERATION', in: considered, out: n(0.36), stayed: n(0.17), left: n(0.09) },
    { name: 'DECISION', in: decided, out: goals + n(0.08), stayed: Math.max(0, decided - goals - n(0.1)), left: n(0.02) },
    { name: 'PURCHASE', in: goals, out: goals, stayed: 0, left: 0 },
  ];
  return {
    name: 'mission',
    nodes,
    edges: [
      edge(null, 'AWARENESS', n(0.91)),
      edge(null, 'CONSIDERATION', n(0.05)),
      edge(null, 'DECISION', n(0.04)),
      edge('AWARENESS', 'CONSIDERATION', n(0.55)),
      edge('AWARENESS', 'DECISION', n(0.05)),
      edge('CONSIDERATION', 'DECISION', n(0.3), { loops: 4, wait: wait(190_000), value: eur(started * 12) }),
      edge('DECISION', 'PURCHASE', goals, { value: eur(goals * 61), wait: wait(310_000) }),
      edge('DECISION', 'CONSIDERATION', n(0.06), { wait: wait(120_000), value: eur(started * 2.4) }),
      edge('CONSIDERATION', 'AWARENESS', n(0.03), { wait: wait(80_000) }),
      edge('DECISION', 'AWARENESS', n(0.02), { wait: wait(150_000) }),
      edge('PURCHASE', null, goals),
      edge('AWARENESS', null, n(0.08)),
      edge('CONSIDERATION', null, n(0.09)),
      edge('DECISION', null, n(0.02)),
    ].filter((each) => each.count > 0),
  };
}

function lifecycle(started) {
  const n = (share) => Math.round(started * share);
  return {
    name: 'lifecycle',
    nodes: [
      { name: 'AWARENESS', in: n(0.6), out: n(0.3), stayed: n(0.3), left: 0 },
      { name: 'CONSIDERATION', in: n(0.3), out: n(0.2), stayed: n(0.1), left: 0 },
      { name: 'DECISION', in: n(0.2), out: n(0.1), stayed: n(0.1), left: 0 },
      { name: 'PURCHASE', in: n(0.1), out: n(0.04), stayed: n(0.05), left: n(0.01) },
      { name: 'RETENTION', in: n(0.05), out: n(0.02), stayed: n(0.02), left: n(0.01) },
      { name: 'ADVOCACY', in: n(0.01), out: 0, stayed: n(0.01), left: 0 },
      { name: 'LAPSED', in: n(0.02), out: n(0.01), stayed: n(0.01), left: 0 },
      { name: 'REACTIVATED', in: n(0.01), out: 0, stayed: n(0.01), left: 0 },
    ],
    edges: [
      edge(null, 'AWARENESS', n(0.6)),
      edge('AWARENESS', 'CONSIDERATION', n(0.3)),
      edge('CONSIDERATION', 'DECISION', n(0.2)),
      edge('DECISION', 'PURCHASE', n(0.1)),
      edge('PURCHASE', 'RETENTION', n(0.04)),
      edge('RETENTION', 'ADVOCACY', n(0.01)),
      edge('PURCHASE', 'LAPSED', n(0.01)),
      edge('RETENTION', 'LAPSED', n(0.01)),
      edge('LAPSED', 'REACTIVATED', n(0.01)),
      edge('RETENTION', 'PURCHASE', n(0.005)),
    ].filter((each) => each.count > 0),
  };
}

function touchpoints(started) {
  const n = (share) => Math.round(started * share);
  const names = ['web', 'app', 'store', 'call', 'chat', 'email', 'social', 'ads'];
  const flows = [
    [null, 'web', 0.5],
    [null, 'app', 0.2],
    [null, 'email', 0.12],
    [null, 'ads', 0.1],
    [null, 'social', 0.06],
    ['web', 'app', 0.09],
    ['web', 'email', 0.12],
    ['web', 'chat', 0.05],
    ['web', 'call', 0.02],
    ['web', 'store', 0.03],
    ['app', 'web', 0.06],
    ['app', 'email', 0.05],
    ['email', 'web', 0.16],
    ['email', 'app', 0.05],
    ['ads', 'web', 0.09],
    ['social', 'app', 0.04],
    ['chat', 'web', 0.03],
    ['call', 'store', 0.01],
    ['store', 'web', 0.01],
  ];
  const edges = flows.map(([from, to, share]) => edge(from, to, n(share))).filter((each) => each.count > 0);
  return {
    name: 'touchpoint',
    nodes: names.map((name) => {
      const came = edges.filter((each) => each.to === name).reduce((sum, each) => sum + each.count, 0);
      const went = edges.filter((each) => each.from === name).reduce((sum, each) => sum + each.count, 0);
      return { name, in: came, out: went, stayed: Math.max(0, came - went), left: 0 };
    }),
    edges,
  };
}

function funnelOf(started, goals) {
  const n = (share) => Math.round(started * share);
  return [
    { stage: 'AWARENESS', reached: n(0.96), wait: null },
    { stage: 'CONSIDERATION', reached: n(0.6), wait: wait(41_000) },
    { stage: 'DECISION', reached: n(0.34), wait: wait(190_000) },
    { stage: 'PURCHASE', reached: goals, wait: wait(310_000) },
  ];
}

/** The answer of `/alerts`. */
export function alertsOf() {
  const kinds = ['CART', 'PAYMENT_FAILED', 'CHECKOUT', 'BROWSE', 'CART', 'SEARCH'];
  const states = ['ABANDONED', 'ABANDONED', 'RECOVERED', 'ABANDONED', 'RETRACTED', 'EXPIRED'];
  return {
    alerts: Array.from({ length: 24 }, (_, i) => ({
      id: `alert-${i}`,
      at: iso(Date.parse(CLOCK) - 1_000 - i * 47_000),
      kind: kinds[i % 6],
      state: states[i % 6],
      actionable: i % 4 !== 3,
      reason: i % 4 === 3 ? ['CONSENT', 'CONTROL', 'CAPPED'][i % 3] : null,
      value:
        kinds[i % 6] === 'BROWSE' || kinds[i % 6] === 'SEARCH' ? null : { currency: 'EUR', amount: (18.9 + i * 7.35).toFixed(2) },
      lines: kinds[i % 6] === 'SEARCH' ? 0 : 1 + (i % 4),
      stage: 'DECISION',
      channel: CHOICES.channel[i % 5],
      device: CHOICES.device[i % 3],
    })),
  };
}

/** Texts as only somebody who means harm would send them. */
export const HOSTILE = '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>';

/** The answer of `/profiles/{profile}`. */
export function profileOf(profile, name = 'Teapot "Brown Betty"') {
  return {
    profile,
    tenant: 'shop',
    policyVersion: '0a1b2c3d',
    sharedDevice: false,
    clock: { time: CLOCK, sources: 6, heard: 6, slowest: [], behind: [] },
    firstSeenAt: '2026-11-02T09:10:00Z',
    lastSeenAt: '2026-11-23T13:41:00Z',
    lifecycle: 'PURCHASE',
    lifecycleSince: '2026-11-08T18:20:00Z',
    stage: 'DECISION',
    mission: {
      missionId: 'm-2',
      missionNumber: 2,
      since: '2026-11-23T13:02:00Z',
      lastTouchAt: '2026-11-23T13:41:00Z',
      entryChannel: 'email',
    },
    firstTouchChannel: 'organic_search',
    touchpoints: { web: 41, email: 3 },
    openCarts: [
      {
        cartId: 'k-17',
        changedAt: '2026-11-23T13:20:00Z',
        lines: [
          { productId: 'teapot', variantId: 'brown', name, quantity: 1, unitPrice: '39.90', currency: 'EUR' },
          { productId: 'mug', name: 'Mug', quantity: 4, unitPrice: '8.50', currency: 'EUR' },
        ],
        total: '73.90',
        currency: 'EUR',
      },
    ],
    waiting: [{ kind: 'CHECKOUT', subjectId: 't-3', deadline: '2026-11-23T14:11:00Z' }],
    openAlerts: [
      {
        alertId: 'al-1',
        revision: 1,
        kind: 'CART',
        subjectId: 'k-16',
        state: 'ABANDONED',
        reason: 'CONSENT',
        step: 1,
        armSeq: 1,
        armedAt: '2026-11-22T10:00:00Z',
        deadline: '2026-11-22T11:12:00Z',
        lines: [],
        total: '24.90',
        currency: 'EUR',
      },
    ],
    sessions: 7,
    recentSessions: [],
    orders: 2,
    ordersReversed: 1,
    recentOrders: [],
    churn: { silence: { state: 'NORMAL', decay: 0.19, risk: 0.34 }, alerts: [] },
    person: { reachable: true, optedIn: false, refused: false, channels: {} },
    counts: {},
  };
}

/** The answer of `…/timeline`: two pages. */
export function timelineOf(profile, { before }, text = 'k-17') {
  const event = (at, type, more = {}) => ({
    at,
    entry: 'EVENT',
    eventId: `e-${at.slice(11, 16)}`,
    type,
    source: 'CLICKSTREAM',
    deviceId: 'd1',
    device: 'mobile',
    channel: 'email',
    late: false,
    test: false,
    topic: 'clickstream.events',
    partition: 0,
    offset: 17,
    ...more,
  });
  const first = [
    event('2026-11-21T10:00:00Z', 'product_added', { cartId: 'k-16' }),
    {
      at: '2026-11-21T10:00:00Z',
      entry: 'DECISION',
      decision: 'ARMED',
      rule: 'A1',
      kind: 'CART',
      subjectId: 'k-16',
      deadline: '2026-11-21T11:00:00Z',
      evidence: { eventId: 'e-10:00', type: 'product_added' },
    },
    {
      at: '2026-11-21T11:12:00Z',
      entry: 'DECISION',
      decision: 'ABANDONED',
      rule: 'T5',
      kind: 'CART',
      subjectId: 'k-16',
      alertId: 'al-1',
      publication: { state: 'PUBLISHED', actionable: false, reason: 'CONSENT', rule: 'A11' },
    },
  ];
  const latest = [
    {
      at: '2026-11-23T13:02:00Z',
      entry: 'SESSION',
      startedAt: '2026-11-23T13:02:00Z',
      endedAt: '2026-11-23T13:41:00Z',
      durationMs: 2_340_000,
      deviceId: 'd1',
      device: 'mobile',
      events: 14,
      views: 9,
      engaged: true,
      bot: false,
      converted: false,
      entryChannel: 'email',
      touches: [],
      endReason: 'OPEN',
    },
    event('2026-11-23T13:02:00Z', 'product_viewed'),
    event('2026-11-23T13:19:00Z', 'product_searched'),
    event('2026-11-23T13:20:00Z', 'product_added', { cartId: text }),
    {
      at: '2026-11-23T13:20:00Z',
      entry: 'TRANSITION',
      transitionId: 'x1',
      revision: 1,
      layer: 'MISSION',
      from: 'CONSIDERATION',
      to: 'DECISION',
      direction: 'FORWARD',
      rule: 'cart',
      evidence: ['e-13:20'],
      timeSpentMs: 1_080_000,
      goalReached: false,
    },
    {
      at: '2026-11-23T13:20:00Z',
      entry: 'DECISION',
      decision: 'ARMED',
      rule: 'A1',
      kind: 'CART',
      subjectId: 'k-17',
      deadline: '2026-11-23T14:20:00Z',
      evidence: { eventId: 'e-13:20', type: 'product_added' },
    },
    event('2026-11-23T13:38:00Z', 'checkout_started', { cartId: 'k-17' }),
    {
      at: '2026-11-23T13:38:00Z',
      entry: 'DECISION',
      decision: 'SUPERSEDED',
      rule: 'A3',
      kind: 'CART',
      subjectId: 'k-17',
      by: { kind: 'CHECKOUT', subjectId: 't-3' },
    },
    event('2026-11-23T13:41:00Z', 'payment_failed', { cartId: 'k-17' }),
  ];
  const about = { profile, tenant: 'shop', policyVersion: '0a1b2c3d', sharedDevice: false, clock: {} };
  return before
    ? { ...about, entries: first, leftOut: 0 }
    : { ...about, entries: latest, leftOut: first.length, before: latest[0].at };
}
