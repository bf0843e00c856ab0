import 'plivo-jsx/testing/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closed, eventsOf, lastWords, ringIn } from './ringing.ts';
import { resetSettings, setNumbers } from './settings.ts';

beforeEach(() => setNumbers());
afterEach(resetSettings);

describe.each([
  {
    name: 'English',
    key: '1',
    sent: 'We have sent you the address by text message.',
    text: 'Hill Street Clinic, 12 Hill Street, next to the station.',
    address: 'Our address is 12 Hill Street, next to the station.',
    goodbye: 'Thank you for calling. Goodbye.',
    connecting: 'We are connecting you. Please hold.',
    whisper: 'A patient is calling. To take the call, press 1.',
    unanswered: 'All of us are with patients right now.',
    leave:
      'Please say your name, your number and your message after the tone. To finish, press pound or hang up.',
    closed: 'We are closed now.',
    opensMonday: 'We open again on Monday, May 4, at 9 AM.',
    opensAfternoon: 'We open again on Monday, May 4, at 4 PM.',
    opensAfterHoliday: 'We open again on Thursday, January 7, at 9 AM.',
    opensAfterChristmas: 'We open again on Monday, December 28, at 9 AM.',
  },
  {
    name: 'Spanish',
    key: '2',
    sent: 'Le hemos enviado la dirección por mensaje de texto.',
    text: 'Clínica Hill Street, calle Hill 12, junto a la estación.',
    address: 'Estamos en la calle Hill, número 12, junto a la estación.',
    goodbye: 'Gracias por llamar. Adiós.',
    connecting: 'Le pasamos con recepción. No cuelgue, por favor.',
    whisper: 'Hay una llamada para la clínica. Para atenderla, pulse 1.',
    unanswered: 'Ahora mismo todo el equipo está con pacientes.',
    leave:
      'Por favor, diga su nombre, su número y su mensaje después de la señal. Para terminar, pulse almohadilla o cuelgue.',
    closed: 'La clínica está cerrada en este momento.',
    opensMonday: 'Volvemos a abrir el lunes, 4 de mayo, a las 9:00.',
    opensAfternoon: 'Volvemos a abrir el lunes, 4 de mayo, a las 16:00.',
    opensAfterHoliday: 'Volvemos a abrir el jueves, 7 de enero, a las 9:00.',
    opensAfterChristmas: 'Volvemos a abrir el lunes, 28 de diciembre, a las 9:00.',
  },
  {
    name: 'Hindi',
    key: '3',
    sent: 'हमने आपको पता एसएमएस से भेज दिया है।',
    text: 'हिल स्ट्रीट क्लिनिक, 12 हिल स्ट्रीट, स्टेशन के पास।',
    address: 'हमारा पता है, 12 हिल स्ट्रीट, स्टेशन के पास।',
    goodbye: 'कॉल करने के लिए धन्यवाद। नमस्ते।',
    connecting: 'आपकी कॉल जोड़ी जा रही है। कृपया लाइन पर बने रहें।',
    whisper: 'एक मरीज़ की कॉल है। बात करने के लिए, 1 दबाएँ।',
    unanswered: 'इस समय हम सभी मरीज़ों के साथ व्यस्त हैं।',
    leave: 'कृपया बीप के बाद अपना नाम, नंबर और संदेश बताएँ। पूरा होने पर हैश दबाएँ, या फ़ोन रख दें।',
    closed: 'अभी क्लिनिक बंद है।',
    opensMonday: 'क्लिनिक सोमवार, 4 मई को, सुबह 9 बजे फिर खुलेगा।',
    opensAfternoon: 'क्लिनिक सोमवार, 4 मई को, शाम 4 बजे फिर खुलेगा।',
    opensAfterHoliday: 'क्लिनिक गुरुवार, 7 जनवरी को, सुबह 9 बजे फिर खुलेगा।',
    opensAfterChristmas: 'क्लिनिक सोमवार, 28 दिसंबर को, सुबह 9 बजे फिर खुलेगा।',
  },
])('in $name', ({ key, ...words }) => {
  describe('directions', () => {
    test('are sent to the number of the caller', async () => {
      const phone = await ringIn(key, { from: '15550100001' });
      await phone.press('2');
      expect(eventsOf(phone, 'message')).toMatchObject([
        { src: '+15550100000', dst: '15550100001', text: words.text },
      ]);
      expect(lastWords(phone, 2)).toEqual([words.sent, words.goodbye]);
      expect(phone).toHaveEnded('Normal Hangup');
    });

    test.each(['', 'anonymous', 'Restricted', 'sip:ana@phone.example.com'])(
      'are spoken to a caller from "%s", who cannot get a message',
      async (from) => {
        const phone = await ringIn(key, { from });
        await phone.press('2');
        expect(eventsOf(phone, 'message')).toEqual([]);
        expect(lastWords(phone, 2)).toEqual([words.address, words.goodbye]);
        expect(phone).toHaveEnded('Normal Hangup');
      },
    );

    test('are spoken when the clinic has no number that sends messages', async () => {
      setNumbers(false);
      const phone = await ringIn(key, { from: '15550100001' });
      await phone.press('2');
      expect(lastWords(phone, 2)).toEqual([words.address, words.goodbye]);
    });
  });

  describe('a person', () => {
    test('is called, hears who calls, and talks after key 1', async () => {
      const phone = await ringIn(key);
      await phone.press('0');
      expect(lastWords(phone)).toEqual([words.connecting]);
      await phone.dialOutcome('completed', { seconds: 120 });
      expect(eventsOf(phone, 'whisper')).toMatchObject([{ leg: '+15550123456', text: words.whisper }]);
      expect(eventsOf(phone, 'dialed')).toMatchObject([{ status: 'completed', seconds: 120 }]);
      expect(lastWords(phone)).toEqual([words.goodbye]);
      expect(phone).toHaveEnded('Normal Hangup');
    });

    test.each(['busy', 'no-answer', 'timeout', 'failed'] as const)(
      'who is not reached (%s) gets a message',
      async (outcome) => {
        const phone = await ringIn(key);
        await phone.press('0');
        await phone.dialOutcome(outcome);
        expect(lastWords(phone, 2)).toEqual([words.unanswered, words.leave]);
        expect(phone.state.type).toBe('recording');
      },
    );

    test('whose answering machine takes the call does not keep the caller longer than 15 seconds', async () => {
      const phone = await ringIn(key);
      await phone.press('0');
      await phone.dialOutcome('completed', { confirmKey: '' });
      expect(lastWords(phone, 2)).toEqual([words.unanswered, words.leave]);
      const [answered] = eventsOf(phone, 'leg');
      const [over] = eventsOf(phone, 'dialed');
      expect(answered?.status).toBe('answered');
      expect(over!.at - answered!.at).toBeLessThanOrEqual(15);
    });

    test('gets a message when the clinic has no number to call', async () => {
      setNumbers(false);
      const phone = await ringIn(key);
      await phone.press('0');
      expect(phone).not.toHaveDialed();
      expect(lastWords(phone, 2)).toEqual([words.unanswered, words.leave]);
    });

    test.each([
      ['on a Sunday', closed, words.opensMonday],
      ['at night', '2026-05-03T23:59:00[Europe/Madrid]', words.opensMonday],
      ['at noon', '2026-05-04T13:30[Europe/Madrid]', words.opensAfternoon],
      ['on a holiday', '2027-01-06T10:00[Europe/Madrid]', words.opensAfterHoliday],
      ['on the afternoon of Christmas Eve', '2026-12-24T12:00[Europe/Madrid]', words.opensAfterChristmas],
      ['on Christmas', '2026-12-25T10:00[Europe/Madrid]', words.opensAfterChristmas],
    ])('is not called %s: the caller hears when the clinic opens', async (_when, at, opens) => {
      const phone = await ringIn(key, { at });
      await phone.press('0');
      expect(phone).not.toHaveDialed();
      expect(lastWords(phone, 3)).toEqual([words.closed, opens, words.leave]);
      expect(phone.state.type).toBe('recording');
    });

    test('is called on the morning of Christmas Eve', async () => {
      const phone = await ringIn(key, { at: '2026-12-24T11:00[Europe/Madrid]' });
      await phone.press('0');
      expect(phone).toHaveDialed('+15550123456');
    });
  });
});

test('a caller who hangs up while it rings is gone, and the clinic is told', async () => {
  const phone = await ringIn('1');
  await phone.press('0');
  await phone.dialOutcome('cancel');
  expect(phone.ended).toMatchObject({ code: 4000, source: 'Caller' });
  expect(phone.requests.at(-1)).toMatchObject({ params: { DialStatus: 'cancel' }, status: 200 });
});
