import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import nodemailer from 'nodemailer'
import { mailOf } from '../src/mail.js'
import { aLine, anAlert, eur, SETTINGS } from './fixtures.js'

/** WRITE_GOLDEN=1 npm test writes the files anew; look at the difference before you commit it. */
function isGolden(name, actual) {
  const file = new URL(`golden/${name}`, import.meta.url)
  if (process.env.WRITE_GOLDEN) {
    fs.writeFileSync(file, actual)
  }
  assert.equal(actual, fs.readFileSync(file, 'utf8'))
}

const CASES = {
  cart: [
    anAlert({
      lines: [
        aLine(),
        aLine({ productId: 'kettle', name: 'Copper kettle, 1.5 l, with a whistle that can be taken off', quantity: 1, unitPrice: eur('119.00'), imageUrl: 'https://shop.example/images/kettle.jpg', productUrl: 'https://shop.example/products/kettle' }),
        aLine({ productId: 'towel', name: 'Waffle towel', quantity: 3, unitPrice: eur('12.90'), imageUrl: null, productUrl: null })
      ],
      total: eur('186.70')
    }),
    {}
  ],
  tricky: [
    anAlert({
      kind: 'CHECKOUT',
      step: 2,
      lines: [
        aLine({
          name: '<script>alert("1")</script> & \'mug\'\r\nBcc: everybody@customers.example\u202Egnp.exe',
          imageUrl: 'javascript:alert(1)',
          productUrl: 'https://shop.example/p?a=1&b="><img src=x onerror=alert(1)>'
        }),
        aLine({ productId: 'p-2', name: null, quantity: 1, unitPrice: null, imageUrl: 'data:text/html,x', productUrl: 'no address' }),
        aLine({ productId: 'p-3', name: '日本茶 ☕ «très» '.repeat(20), quantity: 7, unitPrice: eur('99999999999999.9999'), currency: 'JPY' })
      ],
      total: null,
      recoveryLink: 'https://shop.example/cart?alert=a1&x="<>'
    }),
    { locale: 'de-DE', shop: 'Müller & Söhne <Küchen>' }
  ],
  search: [anAlert({ kind: 'SEARCH', lines: [], total: null, query: 'oak <b>board</b>', recoveryLink: null }), { postalAddress: undefined, unsubscribe: undefined }]
}

for (const [name, [alert, settings]] of Object.entries(CASES)) {
  test(`the mail “${name}” reads as it should`, () => {
    const mail = mailOf(alert, { ...SETTINGS, ...settings })
    isGolden(`${name}.txt`, `Subject: ${mail.subject}\n\n${mail.text}`)
    isGolden(`${name}.html`, mail.html)
  })
}

test('what products are named is text and never markup', () => {
  const mail = mailOf(CASES.tricky[0], SETTINGS)
  assert.match(mail.html, /&lt;script&gt;alert\(&quot;1&quot;\)&lt;\/script&gt;/)
  assert.doesNotMatch(mail.html, /<script|onerror=alert\(1\)>|javascript:|data:text|<img src=x/)
})

test('no name makes a header, whatever is in it', async () => {
  const raw = await rawOf(anAlert({ lines: [aLine({ name: 'Mug\r\nBcc: everybody@customers.example\r\n\r\nbody' })] }))
  const head = raw.split('\r\n\r\n')[0]
  assert.match(head, /^Subject: Still in your cart: Mug Bcc: everybody@customers\.example body$/m)
  assert.doesNotMatch(head, /^Bcc:/m)
})

test('there is one recipient: the address of the contact', async () => {
  const raw = await rawOf(anAlert())
  assert.match(raw, /^To: ada@customers\.example\r$/m)
  assert.equal(raw.match(/^To:/gm)?.length, 1)
})

test('how to unsubscribe is said in the headers too, if it is known', async () => {
  assert.match(await rawOf(anAlert()), /^List-Unsubscribe: <https:\/\/shop\.example\/stop\?alert=a1>\r$/m)
  assert.match(await rawOf(anAlert(), { oneClick: true }), /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  assert.doesNotMatch(await rawOf(anAlert(), { unsubscribe: undefined, oneClick: true }), /List-Unsubscribe/)
})

async function rawOf(alert, settings = {}) {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail(mailOf(alert, { ...SETTINGS, ...settings }))
  return message.toString()
}
