import 'plivo-jsx/testing/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { languagesAfterMenu, lastWords, ring, ringIn } from './ringing.ts';
import { resetSettings, setNumbers } from './settings.ts';

beforeEach(() => setNumbers());
afterEach(resetSettings);

describe('the first menu', () => {
  test('offers each language in its own voice, and a person', async () => {
    const phone = await ring();
    expect(phone.heard).toMatchObject([
      { text: 'Welcome to Hill Street Clinic.', language: 'en-US', voice: 'Polly.Joanna' },
      { text: 'For English, press 1.', language: 'en-US', voice: 'Polly.Joanna' },
      { text: 'Para español, pulse 2.', language: 'es-ES', voice: 'Polly.Lucia' },
      { text: 'हिन्दी के लिए, 3 दबाएँ।', language: 'hi-IN', voice: 'Polly.Aditi' },
      { text: 'To talk to a person, press 0.', language: 'en-US' },
      { text: 'To hear this again, press star.', language: 'en-US' },
    ]);
    expect(phone).toBeAsking({ numDigits: 1 });
  });

  test('is repeated without the welcome', async () => {
    const phone = await ring();
    await phone.press('*');
    expect(phone.heard.map(({ text }) => text).filter((text) => text.startsWith('Welcome'))).toHaveLength(1);
    expect(lastWords(phone)).toEqual(['To hear this again, press star.']);
  });

  test('helps a caller who says nothing, and then goes on in English', async () => {
    const phone = await ring();
    await phone.wait();
    expect(phone).toHaveHeard('Please choose one of these options.');
    await phone.wait();
    await phone.wait();
    expect(phone).toHaveHeard('How can we help you? Say it, or press a key.');
    expect(phone.requests.at(-1)).toMatchObject({ path: '/clinic/menu' });
  });

  test('connects a caller who does not speak any of the languages with a person', async () => {
    const phone = await ring();
    await phone.press('0');
    expect(lastWords(phone)).toEqual(['We are connecting you. Please hold.']);
    expect(phone).toHaveDialed('+15550123456');
  });
});

describe.each([
  {
    name: 'English',
    key: '1',
    language: 'en-US',
    menu: [
      'How can we help you? Say it, or press a key.',
      'For an appointment, press 1.',
      'For directions by text message, press 2.',
      'To leave a message, press 3.',
      'To talk to a person, press 0.',
      'To hear this again, press star.',
    ],
    silence: ['We did not hear you.', 'Please choose one of these options.'],
    wrongKey: 'Let us try that again.',
    connecting: 'We are connecting you. Please hold.',
    spoken: [
      ['I need an appointment', 'Please enter the day and the month as four digits.'],
      ['directions', 'Our address is 12 Hill Street'],
      ['leave a voicemail please', 'Please say your name, your number and your message after the tone.'],
      ['operator', 'We are connecting you.'],
    ],
    unsure: ['er an appointment', 'Did you say appointment?', 'yes', 'no'],
    off: 'what time is it',
  },
  {
    name: 'Spanish',
    key: '2',
    language: 'es-ES',
    menu: [
      '¿En qué podemos ayudarle? Dígalo, o pulse una tecla.',
      'Para pedir cita, pulse 1.',
      'Para recibir nuestra dirección por mensaje de texto, pulse 2.',
      'Para dejar un mensaje, pulse 3.',
      'Para hablar con una persona, pulse 0.',
      'Para volver a escuchar las opciones, pulse asterisco.',
    ],
    silence: ['No le hemos oído.', 'Por favor, elija una de estas opciones.'],
    wrongKey: 'Vamos a intentarlo de nuevo.',
    connecting: 'Le pasamos con recepción. No cuelgue, por favor.',
    spoken: [
      ['quisiera pedir cita', 'Por favor, marque el día y el mes con cuatro cifras.'],
      ['¿Cómo llegar?', 'Estamos en la calle Hill'],
      ['dejar un mensaje', 'Por favor, diga su nombre, su número y su mensaje después de la señal.'],
      ['con recepcion por favor', 'Le pasamos con recepción.'],
    ],
    unsure: ['eh una cita', '¿Ha dicho cita?', 'sí', 'no'],
    off: 'qué hora es',
  },
  {
    name: 'Hindi',
    key: '3',
    language: 'hi-IN',
    menu: [
      'हम आपकी क्या मदद कर सकते हैं? बोलें, या कोई बटन दबाएँ।',
      'अपॉइंटमेंट के लिए, 1 दबाएँ।',
      'एसएमएस पर हमारा पता पाने के लिए, 2 दबाएँ।',
      'संदेश छोड़ने के लिए, 3 दबाएँ।',
      'हमारे स्टाफ़ से बात करने के लिए, 0 दबाएँ।',
      'इसे दोबारा सुनने के लिए, स्टार दबाएँ।',
    ],
    silence: ['हमें आपका जवाब नहीं मिला।', 'कृपया इनमें से कोई एक विकल्प चुनें।'],
    wrongKey: 'चलिए, फिर से कोशिश करते हैं।',
    connecting: 'आपकी कॉल जोड़ी जा रही है। कृपया लाइन पर बने रहें।',
    spoken: [
      ['मुझे अपॉइंटमेंट चाहिए', 'कृपया तारीख़ और महीना चार अंकों में डालें।'],
      ['आपका पता क्या है', 'हमारा पता है, 12 हिल स्ट्रीट'],
      ['मैसेज छोड़ना है', 'कृपया बीप के बाद अपना नाम, नंबर और संदेश बताएँ।'],
      ['किसी से बात करनी है', 'आपकी कॉल जोड़ी जा रही है।'],
    ],
    unsure: ['अपॉइंटमेंट', 'क्या आपने अपॉइंटमेंट कहा?', 'हाँ', 'नहीं'],
    // "I do not know" has the word for an address in it.
    off: 'पता नहीं',
  },
])('the second menu in $name', ({ key, language, ...words }) => {
  const [opening, booking] = words.menu as [string, string];

  test('says every option in that language alone, and takes keys and words', async () => {
    const phone = await ringIn(key);
    expect(phone.heard.slice(6)).toMatchObject(words.menu.map((text) => ({ text, language })));
    expect(phone).toBeAsking({ element: 'GetInput', numDigits: 1, language });
  });

  test('tells silence from wrong keys, and helps more the second time', async () => {
    const phone = await ringIn(key);
    await phone.wait();
    expect(lastWords(phone, 7).slice(0, 2)).toEqual([words.silence[0], opening]);
    await phone.press('8');
    expect(lastWords(phone, 7).slice(0, 2)).toEqual([words.wrongKey, opening]);
    await phone.wait();
    expect(lastWords(phone)).toEqual([words.connecting]);
  });

  test('helps a silent caller more each time, and then connects them', async () => {
    const phone = await ringIn(key);
    await phone.wait();
    await phone.wait();
    expect(lastWords(phone, 7)[0]).toBe(words.silence[1]);
    await phone.wait();
    expect(lastWords(phone)).toEqual([words.connecting]);
    expect(phone).toHaveDialed('+15550123456');
  });

  test.each(words.spoken as [string, string][])('“%s” chooses', async (said, heard) => {
    setNumbers(true);
    const phone = await ringIn(key, { from: '' });
    await phone.say(said);
    expect(phone).toHaveHeard(heard);
  });

  test('asks about words that were perhaps understood; yes chooses, by voice or key', async () => {
    const [said, question, yes] = words.unsure as [string, string, string];
    for (const answer of ['1', yes]) {
      const phone = await ringIn(key);
      await phone.say(said, { confidence: 0.3 });
      expect(lastWords(phone, 2)[0]).toBe(question);
      await (answer === '1' ? phone.press(answer) : phone.say(answer));
      expect(phone.requests.at(-1)).toMatchObject({ path: expect.stringContaining('__phase=confirm') });
      expect(phone).toHaveHeard(words.spoken[0]![1]!);
    }
  });

  test('asks about words that were perhaps understood; no repeats the menu', async () => {
    const [said, , , no] = words.unsure as [string, string, string, string];
    const phone = await ringIn(key);
    await phone.say(said, { confidence: 0.3 });
    await phone.say(no);
    expect(lastWords(phone, 7).slice(0, 3)).toEqual([words.wrongKey, opening, booking]);
  });

  test('does not choose by words of nothing', async () => {
    const phone = await ringIn(key);
    await phone.say(words.off);
    expect(lastWords(phone, 7).slice(0, 3)).toEqual([words.wrongKey, opening, booking]);
  });

  test('is in the same language to the end of the call', async () => {
    const phone = await ringIn(key);
    await phone.press('9');
    await phone.press('1');
    await phone.press('0000');
    await phone.press('0605');
    await phone.press('2');
    await phone.press('0605');
    await phone.press('1');
    expect(phone).toHaveEnded('Normal Hangup');
    expect(languagesAfterMenu(phone)).toEqual([language]);
    const tag = language.slice(0, 2);
    expect(phone.requests.slice(2).every(({ path }) => path.endsWith(`lang=${tag}`))).toBe(true);
  });
});
