/**
 * An SMTP server for trying things out: takes every mail on loopback, delivers none, and writes each to ./inbox.
 */
import fs from 'node:fs'
import { SMTPServer } from 'smtp-server'

const PORT = Number(process.env.INBOX_PORT ?? 2525)
let mails = 0

fs.mkdirSync('inbox', { recursive: true })
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  disableReverseLookup: true,
  onData(stream, _session, done) {
    const parts = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      const mail = Buffer.concat(parts)
      const file = `inbox/${String(++mails).padStart(4, '0')}.eml`
      fs.writeFileSync(file, mail)
      console.log(file, /^Subject: .*$/m.exec(mail.toString())?.[0].trim() ?? '')
      done()
    })
  }
})
server.listen(PORT, '127.0.0.1', () => console.log(`inbox at smtp://127.0.0.1:${PORT}`))
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0))
}
