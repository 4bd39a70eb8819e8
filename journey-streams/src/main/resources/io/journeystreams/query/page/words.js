/** The names of the contracts in plain words. What is not listed here is a shop's own and is only made readable. */

const named = (words) => (code) => words[code] ?? readable(code);

/** PAYMENT_FAILED, payment_failed and payment-failed become "Payment failed". */
export function readable(code) {
  const text = String(code).replaceAll(/[_-]+/g, ' ').trim();
  const lower = text === text.toUpperCase() ? text.toLowerCase() : text;
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

export const alertKind = named({
  FORM: 'Form not sent',
  SEARCH: 'Search left',
  BROWSE: 'Product left',
  CART: 'Cart left',
  CHECKOUT: 'Checkout left',
  PAYMENT_PENDING: 'Payment not made',
  PAYMENT_FAILED: 'Payment failed',
});

export const alertState = named({
  ABANDONED: 'Open',
  RECOVERED: 'Came back',
  RETRACTED: 'Taken back',
  EXPIRED: 'Ran out',
});

export const frictionKind = named({
  PAYMENT_FAILED: 'Payment failed',
  CHECKOUT_ERROR: 'Error in the checkout',
  DETOUR: 'Turned back',
  LOOP: 'Came again to the same stage',
  PROMISE_BREACHED: 'Waited longer than promised',
});

export const churnKind = named({
  NON_CONTRACTUAL: 'Silent for too long',
  CONTRACTUAL: 'Signs of leaving the contract',
  VOLUNTARY: 'Asked to cancel',
  INVOLUNTARY: 'Renewal failed',
});

export const churnState = named({ FIRING: 'At risk', CLEARED: 'Not any more', RETRACTED: 'Taken back' });

export const segment = named({
  new_visitor: 'New visitor',
  returning_visitor: 'Returning visitor',
  customer: 'Customer, one order',
  repeat_customer: 'Customer, several orders',
});

export const reason = named({
  STALE: 'too late to be of use',
  ALREADY_RESOLVED: 'it was over when it was told',
  ALREADY_CLEARED: 'it was over when it was told',
  SUPERSEDED: 'something more important took its place',
  CONSENT: 'no consent to be written to',
  UNREACHABLE: 'no address is known',
  OUT_OF_STOCK: 'it is sold out',
  CONTROL: 'held back to compare (control group)',
  CAPPED: 'there was one already within a day',
  MIN_VALUE: 'too little is at stake',
  BOUGHT: 'bought',
  PAID: 'paid',
  EMPTIED: 'the cart was emptied',
  MOVED_UP: 'went on to the next step',
  MOVED_DOWN: 'went back a step',
  REPLACED: 'another one took its place',
  VIEWED: 'the search led to a product',
  SUBMITTED: 'the form was sent',
  CANCELLED: 'the order was cancelled',
  OVERFLOW: 'more than one customer can have open',
  BOT: 'a program, not a person',
  MERGED: 'two became one',
  ERASED: 'the customer was forgotten on request',
  LATE_PURCHASE: 'a purchase was heard of afterwards',
  RECOVERY_WINDOW_OVER: '30 days are over',
  TEST: 'a test order',
  TOO_LATE: 'heard of more than three days late',
  ENOUGH_ALERTS: 'there were enough alerts about it',
  HIGHER_KIND: 'something more important goes first',
  COOL_DOWN: 'the last alert was less than a day ago',
  PURCHASE: 'bought again',
  PAYMENT: 'paid',
  RESUBSCRIBED: 'has a contract again',
  RECOVERED: 'the risk fell',
  CHURNED: 'has left',
  REINSTATED: 'the order that had ended it was cancelled',
});

/** What a decision is about. */
export const subject = named({
  FORM: 'Form',
  SEARCH: 'Search',
  BROWSE: 'Product',
  CART: 'Cart',
  CHECKOUT: 'Checkout',
  PAYMENT_PENDING: 'Payment',
  PAYMENT_FAILED: 'Failed payment',
});

/** Follows its subject: "Cart: …". */
export const decision = named({
  ARMED: 'the wait begins',
  POSTPONED: 'the wait begins again',
  SUPERSEDED: 'something more important took its place',
  DISARMED: 'no alert is needed',
  MERGED: 'went into another one',
  NOT_ARMED: 'not waited for',
  ABANDONED: 'alert, it counts as left',
  REMINDED: 'alert, the next reminder',
  REACHABLE: 'alert told again',
  STANDS: 'the alert stands',
  RECOVERED: 'came back after the alert',
  RETRACTED: 'alert taken back',
  EXPIRED: 'alert ran out',
  FIRED: 'alert, may be leaving',
  ESCALATED: 'the risk of leaving grew',
  CLEARED: 'the alert is over',
  BOT: 'the visit was a program’s',
});

/** Why, in one sentence, for the numbers of docs/rules.md. */
const RULES = {
  A1: 'Whatever is left ends in exactly one way.',
  A2: 'Any activity of the customer starts the wait again.',
  A3: 'Of several things left the most important one counts.',
  A4: 'A purchase ends what was waiting.',
  A5: 'It was bought before it came into the cart.',
  A6: 'A purchase heard of after the alert ends it.',
  A7: 'An empty cart needs no alert.',
  A9: 'A guest’s cart goes into the account’s.',
  A10: 'After an alert only something new starts another wait.',
  A11: 'An alert is only acted on where nothing speaks against it.',
  A12: 'Told again once the customer can be reached.',
  A13: 'Reminders follow one another as configured.',
  A14: 'Tests start nothing.',
  A15: 'A control group gets no reminders, to compare.',
  C2: 'With a contract signals tell of the risk.',
  C3: 'Silence longer than usual tells of the risk.',
  C6: 'An order cancelled soon after was none.',
  G6: 'Silence or a cancellation ends the relationship.',
  I6: 'Two profiles of one customer became one.',
  I8: 'Who asks to be forgotten is.',
  S6: 'Programs are not taken for people.',
  T3: 'What comes days late starts nothing.',
  T5: 'The time to wait was over.',
  T6: 'Too old to be acted on.',
  T10: 'Later news changed the story, and this is how it stands.',
};

export const rule = (number) => RULES[number] ?? '';

export const channel = named({ '': 'Unknown', email: 'E-mail', sms: 'SMS', ads: 'Ads', other: 'Other' });

export const graph = named({ mission: 'Shopping', lifecycle: 'Relationship', touchpoint: 'Touchpoints' });
