// By hand: the usual chain of replaces, and the fastest escape that was found.
const chain = (text) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const unsafe = /[&<>"]/;

function entityOf(unit) {
  if (unit === 38) return '&amp;';
  if (unit === 60) return '&lt;';
  if (unit === 62) return '&gt;';
  return unit === 34 ? '&quot;' : undefined;
}

function walk(text) {
  if (!unsafe.test(text)) return text;
  let out = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const entity = unit > 62 ? undefined : entityOf(unit);
    if (entity === undefined) continue;
    out += text.slice(from, at) + entity;
    from = at + 1;
  }
  return out + text.slice(from);
}

const menuWith = (escape) => (d) =>
  `<Response><GetDigits action="${escape(d.url)}" numDigits="1" timeout="15" finishOnKey="#"><Speak voice="WOMAN" language="en-US">${escape(d.first)}</Speak><Speak voice="WOMAN" language="es-ES">${escape(d.second)}</Speak></GetDigits><Speak voice="WOMAN" language="en-US">${escape(d.bye)}</Speak><Hangup/></Response>`;

function longWith(escape) {
  return (lines) => {
    let out = '<Response>';
    for (const { text, slow, digits } of lines) {
      out += `<Speak voice="Polly.Joanna">${escape(text)}<prosody rate="slow">${escape(slow)}</prosody><break time="300ms"/><say-as interpret-as="digits">${escape(digits)}</say-as></Speak>`;
    }
    return `${out}</Response>`;
  };
}

export const naive = { menu: menuWith(chain), long: longWith(chain) };
export const fastest = { menu: menuWith(walk), long: longWith(walk) };
