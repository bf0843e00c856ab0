// Peers that build XML without JSX.
import { XMLBuilder } from 'fast-xml-parser';
import plivo from 'plivo';
import twilio from 'twilio';
import { create } from 'xmlbuilder2';

const english = { voice: 'WOMAN', language: 'en-US' };
const spanish = { voice: 'WOMAN', language: 'es-ES' };
const gather = (d) => ({ action: d.url, numDigits: '1', timeout: '15', finishOnKey: '#' });

export const plivoSdk = {
  menu(d) {
    const response = plivo.Response();
    const digits = response.addGetDigits(gather(d));
    digits.addSpeak(d.first, english);
    digits.addSpeak(d.second, spanish);
    response.addSpeak(d.bye, english);
    response.addHangup({});
    return response.toXML();
  },
  long(lines) {
    const response = plivo.Response();
    for (const { text, slow, digits } of lines) {
      const speak = response.addSpeak(text, { voice: 'Polly.Joanna' });
      speak.addProsody(slow, { rate: 'slow' });
      speak.addBreak({ time: '300ms' });
      speak.addSayAs(digits, { 'interpret-as': 'digits' });
    }
    return response.toXML();
  },
};

export const twilioSdk = {
  menu(d) {
    const response = new twilio.twiml.VoiceResponse();
    const digits = response.addChild('GetDigits', gather(d));
    digits.addChild('Speak', english).addText(d.first);
    digits.addChild('Speak', spanish).addText(d.second);
    response.addChild('Speak', english).addText(d.bye);
    response.addChild('Hangup', {});
    return response.toString();
  },
  long(lines) {
    const response = new twilio.twiml.VoiceResponse();
    for (const { text, slow, digits } of lines) {
      const speak = response.addChild('Speak', { voice: 'Polly.Joanna' });
      speak.addText(text);
      speak.addChild('prosody', { rate: 'slow' }).addText(slow);
      speak.addChild('break', { time: '300ms' });
      speak.addChild('say-as', { 'interpret-as': 'digits' }).addText(digits);
    }
    return response.toString();
  },
};

export const xmlbuilder2 = {
  menu(d) {
    const root = create().ele('Response');
    const digits = root.ele('GetDigits', gather(d));
    digits.ele('Speak', english).txt(d.first);
    digits.ele('Speak', spanish).txt(d.second);
    root.ele('Speak', english).txt(d.bye);
    root.ele('Hangup');
    return root.end({ headless: true });
  },
  long(lines) {
    const root = create().ele('Response');
    for (const { text, slow, digits } of lines) {
      const speak = root.ele('Speak', { voice: 'Polly.Joanna' }).txt(text);
      speak.ele('prosody', { rate: 'slow' }).txt(slow);
      speak.ele('break', { time: '300ms' });
      speak.ele('say-as', { 'interpret-as': 'digits' }).txt(digits);
    }
    return root.end({ headless: true });
  },
};

const builder = new XMLBuilder({ preserveOrder: true, ignoreAttributes: false, suppressEmptyNode: true });
const element = (name, attributes, ...children) => ({
  [name]: children.map((child) => (typeof child === 'string' ? { '#text': child } : child)),
  ':@': Object.fromEntries(Object.entries(attributes).map(([key, value]) => [`@_${key}`, value])),
});

export const fastXmlParser = {
  menu: (d) =>
    builder.build([
      element(
        'Response',
        {},
        element(
          'GetDigits',
          gather(d),
          element('Speak', english, d.first),
          element('Speak', spanish, d.second),
        ),
        element('Speak', english, d.bye),
        element('Hangup', {}),
      ),
    ]),
  long: (lines) =>
    builder.build([
      element(
        'Response',
        {},
        ...lines.map(({ text, slow, digits }) =>
          element(
            'Speak',
            { voice: 'Polly.Joanna' },
            text,
            element('prosody', { rate: 'slow' }, slow),
            element('break', { time: '300ms' }),
            element('say-as', { 'interpret-as': 'digits' }, digits),
          ),
        ),
      ),
    ]),
};
