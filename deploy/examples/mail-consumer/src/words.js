/**
 * What the mail says, by language. A language that is missing reads English.
 *
 * @typedef {object} Words
 */
const EN = {
  cart: { subject: one => (one ? `Still in your cart: ${one}` : 'Your cart is still here'), title: 'You left something in your cart', lead: 'We have kept it for you.', button: 'Back to your cart' },
  checkout: { subject: one => (one ? `Almost yours: ${one}` : 'Your order is almost done'), title: 'Your order is almost done', lead: 'One step was left. Go on where you stopped.', button: 'Finish your order' },
  paymentFailed: { subject: () => 'Your payment did not go through', title: 'Your payment did not go through', lead: 'Nothing was charged by us, and nothing is lost. You can try again, or pay in another way.', button: 'Try again' },
  paymentPending: { subject: () => 'Your order waits for its payment', title: 'Your order waits for its payment', lead: 'As soon as it is paid, we send it.', button: 'Pay your order' },
  browse: { subject: one => (one ? `Still thinking about ${one}?` : 'Still thinking it over?'), title: 'Still thinking it over?', lead: 'This is what you looked at.', button: 'Have another look' },
  search: { subject: () => 'Did you find what you were looking for?', title: 'Did you find what you were looking for?', lead: 'We can help you to look.', button: 'Search again' },
  form: { subject: () => 'Your form is not finished', title: 'Your form is not finished', lead: 'Go on where you stopped.', button: 'Go on' },
  again: 'We remind you once more, in case you have not had the time.',
  product: 'Product',
  quantity: n => `Quantity ${n}`,
  each: price => `${price} each`,
  total: 'Total',
  why: shop => `You get this mail because you left something unfinished at ${shop}.`,
  unsubscribe: 'No more reminders'
}

const DE = {
  cart: { subject: one => (one ? `Noch im Warenkorb: ${one}` : 'Ihr Warenkorb ist noch da'), title: 'Sie haben noch etwas im Warenkorb', lead: 'Wir haben es für Sie aufgehoben.', button: 'Zum Warenkorb' },
  checkout: { subject: one => (one ? `Fast geschafft: ${one}` : 'Ihre Bestellung ist fast fertig'), title: 'Ihre Bestellung ist fast fertig', lead: 'Ein Schritt fehlt noch. Machen Sie weiter, wo Sie aufgehört haben.', button: 'Bestellung abschließen' },
  paymentFailed: { subject: () => 'Ihre Zahlung hat nicht geklappt', title: 'Ihre Zahlung hat nicht geklappt', lead: 'Wir haben nichts abgebucht, und nichts ist verloren. Versuchen Sie es noch einmal oder zahlen Sie anders.', button: 'Noch einmal versuchen' },
  paymentPending: { subject: () => 'Ihre Bestellung wartet auf die Zahlung', title: 'Ihre Bestellung wartet auf die Zahlung', lead: 'Sobald sie bezahlt ist, schicken wir sie los.', button: 'Bestellung bezahlen' },
  browse: { subject: one => (one ? `Noch interessiert an ${one}?` : 'Noch interessiert?'), title: 'Noch interessiert?', lead: 'Das haben Sie sich angesehen.', button: 'Noch einmal ansehen' },
  search: { subject: () => 'Haben Sie gefunden, was Sie suchen?', title: 'Haben Sie gefunden, was Sie suchen?', lead: 'Wir helfen Ihnen gern beim Suchen.', button: 'Weiter suchen' },
  form: { subject: () => 'Ihr Formular ist noch nicht fertig', title: 'Ihr Formular ist noch nicht fertig', lead: 'Machen Sie weiter, wo Sie aufgehört haben.', button: 'Weiter' },
  again: 'Wir erinnern Sie noch einmal, falls die Zeit nicht gereicht hat.',
  product: 'Artikel',
  quantity: n => `Menge ${n}`,
  each: price => `je ${price}`,
  total: 'Summe',
  why: shop => `Sie erhalten diese Mail, weil bei ${shop} etwas unfertig geblieben ist.`,
  unsubscribe: 'Keine Erinnerungen mehr'
}

const OF_KIND = {
  CART: 'cart',
  CHECKOUT: 'checkout',
  PAYMENT_FAILED: 'paymentFailed',
  PAYMENT_PENDING: 'paymentPending',
  BROWSE: 'browse',
  SEARCH: 'search',
  FORM: 'form'
}

/** @param {string} locale BCP 47 */
export function wordsOf(locale, kind) {
  const words = locale.split('-')[0] === 'de' ? DE : EN
  return { ...words, ...words[OF_KIND[kind] ?? 'cart'] }
}
