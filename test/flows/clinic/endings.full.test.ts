import type { Phone } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closed, open, ring } from './ringing.ts';
import { resetSettings, setNumbers } from './settings.ts';

beforeEach(() => setNumbers());
afterEach(resetSettings);

/** The keys that lead to each place where the caller is asked for something. */
const places: readonly (readonly [place: string, ...keys: string[]])[] = [
  ['the languages'],
  ['the menu', '1'],
  ['the day', '2', '1'],
  ['the confirmation', '3', '1', '3105'],
  ['the message', '1', '3'],
];

async function reach(keys: readonly string[], at: string): Promise<Phone> {
  const phone = await ring({ at });
  for (const key of keys) await phone.press(key);
  return phone;
}

/** A caller who does the same for ever. A person who is called does not answer, and a message ends by itself. */
async function goOn(phone: Phone, act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  for (; phone.ended === undefined && count < 60; count++) {
    await (phone.state.type === 'dialing' ? phone.dialOutcome('no-answer') : act());
    if (phone.state.type === 'recording') await phone.wait();
  }
  return count;
}

describe.each([
  ['open', open],
  ['closed', closed],
])('while the clinic is %s', (_hours, at) => {
  test.each(places)('a silent caller at %s reaches an end', async (_place, ...keys) => {
    const phone = await reach(keys, at);
    expect(await goOn(phone, () => phone.wait())).toBeLessThan(10);
    expect(phone).toHaveEnded('Normal Hangup');
  });

  describe.each(places)('at %s', (_place, ...keys) => {
    test.each(['0', '1', '2', '3', '9', '*', '#'])(
      'a caller whose key %s is stuck reaches an end',
      async (key) => {
        const phone = await reach(keys, at);
        expect(await goOn(phone, () => phone.press(key))).toBeLessThan(40);
        expect(phone).toHaveEnded('Normal Hangup');
      },
    );
  });
});

test('a whole call reads like a conversation', async () => {
  const phone = await ring();
  await phone.press('2');
  await phone.say('eh… una cita', { confidence: 0.4 });
  await phone.say('sí');
  await phone.press('3113');
  await phone.press('3105');
  await phone.press('1');
  expect(phone.transcript()).toMatchInlineSnapshot(`
    "   0.0  POST /clinic → 200
       0.0  “Welcome to Hill Street Clinic.” (en-US, Polly.Joanna)
       2.4  “For English, press 1.” (en-US, Polly.Joanna)
       4.7  “Para español, pulse 2.” (es-ES, Polly.Lucia)
       6.9  “हिन्दी के लिए, 3 दबाएँ।” (hi-IN, Polly.Aditi)
       9.3  “To talk to a person, press 0.” (en-US, Polly.Joanna)
      12.1  “To hear this again, press star.” (en-US, Polly.Joanna)
      14.8  waits 7 s for a key
      14.8  caller presses 2
      14.8  POST /clinic?__dialog=menu&__phase=answer → 200
      14.8  “¿En qué podemos ayudarle? Dígalo, o pulse una tecla.” (es-ES, Polly.Lucia)
      19.1  “Para pedir cita, pulse 1.” (es-ES, Polly.Lucia)
      21.5  “Para recibir nuestra dirección por mensaje de texto, pulse 2.” (es-ES, Polly.Lucia)
      26.2  “Para dejar un mensaje, pulse 3.” (es-ES, Polly.Lucia)
      29.0  “Para hablar con una persona, pulse 0.” (es-ES, Polly.Lucia)
      32.2  “Para volver a escuchar las opciones, pulse asterisco.” (es-ES, Polly.Lucia)
      36.1  waits 7 s for a key or speech
      36.1  caller says “eh… una cita”
      38.9  POST /clinic/menu?__dialog=menu&__phase=answer&lang=es → 200
      38.9  “¿Ha dicho cita?” (es-ES, Polly.Lucia)
      40.2  “Si es correcto, pulse 1. Si no, pulse 2.” (es-ES, Polly.Lucia)
      44.4  waits 7 s for a key or speech
      44.4  caller says “sí”
      46.7  POST /clinic/menu?__dialog=menu&__phase=confirm&lang=es → 200
      46.7  “Por favor, marque el día y el mes con cuatro cifras. Para el tres de mayo, marque 0 3 0 5.” (es-ES, Polly.Lucia)
      54.5  waits 7 s for keys
      54.5  caller presses 3113
      54.5  POST /clinic/booking?__dialog=collect&__phase=answer&lang=es → 200
      54.5  “Necesitamos un día y un mes, por ejemplo 0 3 0 5.” (es-ES, Polly.Lucia)
      59.2  “Por favor, marque el día y el mes con cuatro cifras. Para el tres de mayo, marque 0 3 0 5.” (es-ES, Polly.Lucia)
      67.0  waits 7 s for keys
      67.0  caller presses 3105
      67.0  POST /clinic/booking?__dialog=collect&__nomatch=1&__phase=answer&lang=es → 200
      67.0  “Ha elegido el domingo, 31 de mayo de 2026.” (es-ES, Polly.Lucia)
      71.7  “Si es correcto, pulse 1. Si no, pulse 2.” (es-ES, Polly.Lucia)
      75.9  waits 7 s for a key
      75.9  caller presses 1
      75.9  POST /clinic/booking/confirm?__dialog=confirm&__phase=answer&date=2026-05-31&lang=es → 200
      75.9  “Su cita es el domingo, 31 de mayo de 2026, a las nueve de la mañana.” (es-ES, Polly.Lucia)
      82.5  “Gracias por llamar. Adiós.” (es-ES, Polly.Lucia)
      84.9  ended: 4000 Normal Hangup"
  `);
});

test('a call at night reads like a conversation', async () => {
  const phone = await ring({ at: '2026-12-24T18:00[Europe/Madrid]' });
  await phone.press('1');
  await phone.wait();
  await phone.press('0');
  await phone.record(9, { endedBy: 'hangup' });
  expect(phone.transcript()).toMatchInlineSnapshot(`
    "   0.0  POST /clinic → 200
       0.0  “Welcome to Hill Street Clinic.” (en-US, Polly.Joanna)
       2.4  “For English, press 1.” (en-US, Polly.Joanna)
       4.7  “Para español, pulse 2.” (es-ES, Polly.Lucia)
       6.9  “हिन्दी के लिए, 3 दबाएँ।” (hi-IN, Polly.Aditi)
       9.3  “To talk to a person, press 0.” (en-US, Polly.Joanna)
      12.1  “To hear this again, press star.” (en-US, Polly.Joanna)
      14.8  waits 7 s for a key
      14.8  caller presses 1
      14.8  POST /clinic?__dialog=menu&__phase=answer → 200
      14.8  “How can we help you? Say it, or press a key.” (en-US, Polly.Joanna)
      18.7  “For an appointment, press 1.” (en-US, Polly.Joanna)
      21.4  “For directions by text message, press 2.” (en-US, Polly.Joanna)
      24.9  “To leave a message, press 3.” (en-US, Polly.Joanna)
      27.6  “To talk to a person, press 0.” (en-US, Polly.Joanna)
      30.4  “To hear this again, press star.” (en-US, Polly.Joanna)
      33.1  waits 7 s for a key or speech
      40.1  nothing was pressed or said
      40.1  “We did not hear you.” (en-US, Polly.Joanna)
      41.8  “How can we help you? Say it, or press a key.” (en-US, Polly.Joanna)
      45.7  “For an appointment, press 1.” (en-US, Polly.Joanna)
      48.4  “For directions by text message, press 2.” (en-US, Polly.Joanna)
      51.9  “To leave a message, press 3.” (en-US, Polly.Joanna)
      54.6  “To talk to a person, press 0.” (en-US, Polly.Joanna)
      57.4  “To hear this again, press star.” (en-US, Polly.Joanna)
      60.1  waits 7 s for a key or speech
      60.1  caller presses 0
      60.1  POST /clinic/menu?__dialog=menu&__noinput=1&__phase=answer&lang=en → 200
      60.1  “We are closed now.” (en-US, Polly.Joanna)
      61.7  “We open again on Monday, December 28, at 9 AM.” (en-US, Polly.Joanna)
      66.3  “Please say your name, your number and your message after the tone. To finish, press pound or hang up.” (en-US, Polly.Joanna)
      74.2  beep
      74.2  recording starts
      83.2  caller hangs up
      83.2  recorded 9 s, ended by hangup
      83.2  POST /clinic/message?__at=…60&__dialog=voicemail&__phase=notice&because=closed&lang=en → 200
      83.2  ended: 4000 Normal Hangup"
  `);
});
