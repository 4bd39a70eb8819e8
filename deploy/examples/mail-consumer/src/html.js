/**
 * The mail as HTML: tables and inline styles, which old mail programs need; colours of the dark and sizes of the phone in one
 * style sheet, which newer ones read. Everything that is put in is escaped here, and nowhere else.
 */
const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

const STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;background:#f3f1ee}
a{color:inherit}
@media (max-width:480px){
.pad{padding-left:20px!important;padding-right:20px!important}
.outer{padding:0!important}
.card{border-radius:0!important}
.title{font-size:24px!important}
.button a{display:block!important}
.picture{width:64px!important}
.picture img,.picture div{width:64px!important;height:64px!important}
.initial{font-size:24px!important;line-height:64px!important}
}
@media (prefers-color-scheme:dark){
body,.page{background:#161513!important}
.card{background:#211f1d!important}
.ink{color:#f4f1ec!important}
.soft{color:#b5aea5!important}
.rule{border-color:#3a3733!important}
.button a{background:#f4f1ec!important;color:#1c1a18!important}
.blank{background:#2e2b28!important}
}`.trim()

const escape = value =>
  value.replace(/[&<>"']/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign])

/** @param {ReturnType<typeof import('./mail.js').contentOf>} content */
export function html(content) {
  return `<!doctype html>
<html lang="${escape(content.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escape(content.subject)}</title>
<style>
${STYLE}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f1ee">
<div style="display:none;max-height:0;overflow:hidden">${escape(content.lead)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f1ee;font-family:${FONT}">
<tr><td class="outer" align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:12px">
<tr><td class="pad ink" style="padding:28px 40px 0;font-size:15px;font-weight:700;letter-spacing:.02em;color:#1c1a18">${escape(content.shop)}</td></tr>
<tr><td class="pad" style="padding:28px 40px 8px">
<h1 class="title ink" style="margin:0 0 8px;font-size:28px;line-height:1.25;font-weight:700;color:#1c1a18">${escape(content.title)}</h1>
<p class="soft" style="margin:0;font-size:16px;line-height:1.5;color:#6a635b">${escape(content.lead)}</p>${query(content)}
</td></tr>
${lines(content)}${button(content)}</table>
${footer(content)}
</td></tr>
</table>
</body>
</html>
`
}

function query({ query }) {
  return query ? `\n<p class="ink" style="margin:16px 0 0;font-size:18px;color:#1c1a18">“${escape(query)}”</p>` : ''
}

function lines({ lines, total }) {
  if (lines.length === 0) {
    return ''
  }
  return `<tr><td class="pad" style="padding:16px 40px 0">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${lines.map(lineRow).join('\n')}${totalRow(total)}
</table>
</td></tr>
`
}

function lineRow(line) {
  const name = `<span class="ink" style="font-size:16px;line-height:1.4;font-weight:600;color:#1c1a18;word-break:break-word">${escape(line.name)}</span>`
  const details = [line.quantity, line.each].filter(Boolean).map(escape).join(' · ')
  return `<tr>
<td class="picture rule" width="88" valign="top" style="width:88px;padding:16px 16px 16px 0;border-bottom:1px solid #e8e4de">${linked(picture(line), line.link)}</td>
<td class="rule" valign="top" style="padding:16px 12px 16px 0;border-bottom:1px solid #e8e4de">${linked(name, line.link)}<div class="soft" style="margin-top:4px;font-size:14px;line-height:1.5;color:#6a635b">${details}</div></td>
<td class="rule ink" valign="top" align="right" style="padding:16px 0;border-bottom:1px solid #e8e4de;font-size:16px;line-height:1.4;white-space:nowrap;color:#1c1a18">${escape(line.amount)}</td>
</tr>`
}

function picture({ image, name }) {
  const style = 'display:block;width:88px;height:88px;border-radius:8px;background:#efece7'
  return image
    ? // The name stands beside it: an alternative text would say it twice, and spill where pictures are blocked.
      `<img class="blank" src="${escape(image)}" width="88" height="88" alt="" style="${style};object-fit:cover;border:0">`
    : `<div class="blank soft initial" style="${style};font-size:32px;line-height:88px;text-align:center;color:#6a635b">${escape([...name][0] ?? '')}</div>`
}

function linked(inner, link) {
  return link ? `<a href="${escape(link)}" style="text-decoration:none;color:inherit">${inner}</a>` : inner
}

function totalRow(total) {
  if (!total) {
    return ''
  }
  const style = 'padding:18px 0 0;font-size:18px;font-weight:700;color:#1c1a18'
  return `
<tr><td class="ink" colspan="2" style="${style}">${escape(total.label)}</td><td class="ink" align="right" style="${style};white-space:nowrap">${escape(total.amount)}</td></tr>`
}

function button({ button }) {
  if (!button) {
    return '<tr><td style="padding:0 0 32px"></td></tr>\n'
  }
  return `<tr><td class="pad button" align="center" style="padding:28px 40px 40px"><a href="${escape(button.link)}" style="display:inline-block;padding:15px 36px;border-radius:8px;background:#1c1a18;color:#ffffff;font-size:16px;font-weight:600;line-height:1.25;text-align:center;text-decoration:none">${escape(button.label)}</a></td></tr>
`
}

function footer({ shop, postalAddress, why, unsubscribe, unsubscribeLabel }) {
  const who = [shop, postalAddress].filter(Boolean).map(escape).join(' · ')
  const stop = unsubscribe ? `<br><a href="${escape(unsubscribe)}" style="color:inherit">${escape(unsubscribeLabel)}</a>` : ''
  return `<div class="pad soft" style="max-width:600px;padding:24px 40px;font-size:13px;line-height:1.6;text-align:center;color:#6a635b">${escape(why)}<br>${who}${stop}</div>`
}
