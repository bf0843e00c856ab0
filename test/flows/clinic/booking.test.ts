import 'plivo-jsx/testing/vitest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastWords, ring, ringIn } from './ringing.ts';
import { resetSettings, setNumbers } from './settings.ts';

beforeEach(() => setNumbers());
afterEach(resetSettings);

describe.each([
  {
    name: 'English',
    key: '1',
    enter: 'Please enter the day and the month as four digits. For the third of May, enter 0 3 0 5.',
    silence: 'We did not hear you.',
    notADate: 'We need a day and a month, such as 0 3 0 5.',
    chosen: 'You chose Sunday, May 31, 2026.',
    nextYear: 'You chose Monday, May 3, 2027.',
    isRight: 'If that is right, press 1. If not, press 2.',
    wrongKey: 'Let us try that again.',
    booked: 'Your appointment is on Sunday, May 31, 2026, at nine in the morning.',
    goodbye: 'Thank you for calling. Goodbye.',
    connecting: 'We are connecting you. Please hold.',
  },
  {
    name: 'Spanish',
    key: '2',
    enter: 'Por favor, marque el día y el mes con cuatro cifras. Para el tres de mayo, marque 0 3 0 5.',
    silence: 'No le hemos oído.',
    notADate: 'Necesitamos un día y un mes, por ejemplo 0 3 0 5.',
    chosen: 'Ha elegido el domingo, 31 de mayo de 2026.',
    nextYear: 'Ha elegido el lunes, 3 de mayo de 2027.',
    isRight: 'Si es correcto, pulse 1. Si no, pulse 2.',
    wrongKey: 'Vamos a intentarlo de nuevo.',
    booked: 'Su cita es el domingo, 31 de mayo de 2026, a las nueve de la mañana.',
    goodbye: 'Gracias por llamar. Adiós.',
    connecting: 'Le pasamos con recepción. No cuelgue, por favor.',
  },
  {
    name: 'Hindi',
    key: '3',
    enter: 'कृपया तारीख़ और महीना चार अंकों में डालें। तीन मई के लिए, 0 3 0 5 दबाएँ।',
    silence: 'हमें आपका जवाब नहीं मिला।',
    notADate: 'हमें तारीख़ और महीना चाहिए, जैसे 0 3 0 5।',
    chosen: 'आपने रविवार, 31 मई 2026 की तारीख़ चुनी है।',
    nextYear: 'आपने सोमवार, 3 मई 2027 की तारीख़ चुनी है।',
    isRight: 'अगर यह सही है, तो 1 दबाएँ। अगर नहीं, तो 2 दबाएँ।',
    wrongKey: 'चलिए, फिर से कोशिश करते हैं।',
    booked: 'आपका अपॉइंटमेंट रविवार, 31 मई 2026 को, सुबह नौ बजे है।',
    goodbye: 'कॉल करने के लिए धन्यवाद। नमस्ते।',
    connecting: 'आपकी कॉल जोड़ी जा रही है। कृपया लाइन पर बने रहें।',
  },
])('an appointment in $name', ({ key, ...words }) => {
  const book = async () => (await ringIn(key)).press('1');

  test('is a date that is read back and confirmed', async () => {
    const phone = await book();
    expect(lastWords(phone)).toEqual([words.enter]);
    expect(phone).toBeAsking({ numDigits: 4 });
    await phone.press('3105');
    expect(lastWords(phone, 2)).toEqual([words.chosen, words.isRight]);
    await phone.press('1');
    expect(lastWords(phone, 2)).toEqual([words.booked, words.goodbye]);
    expect(phone).toHaveEnded('Normal Hangup');
  });

  test('is in the next year when the day of this year is over', async () => {
    const phone = await book();
    await phone.press('0305');
    expect(phone).toHaveHeard(words.nextYear);
  });

  test.each(['3113', '3002', '31', '****'])('%s is no date, and is asked again', async (keys) => {
    const phone = await book();
    await phone.press(keys);
    expect(lastWords(phone, 2)).toEqual([words.notADate, words.enter]);
    await phone.press('3105');
    expect(phone).toHaveHeard(words.chosen);
  });

  test('is asked again after silence', async () => {
    const phone = await book();
    await phone.wait();
    expect(lastWords(phone, 2)).toEqual([words.silence, words.enter]);
    await phone.press('3105');
    expect(phone).toHaveHeard(words.chosen);
  });

  test('is asked for three times, and then a person helps', async () => {
    const phone = await book();
    await phone.press('9999');
    await phone.wait();
    await phone.press('0000');
    expect(lastWords(phone)).toEqual([words.connecting]);
    expect(phone).toHaveDialed('+15550123456');
  });

  test('that is not confirmed is asked for again', async () => {
    const phone = await book();
    await phone.press('3005');
    await phone.press('2');
    expect(lastWords(phone)).toEqual([words.enter]);
    await phone.press('3105');
    await phone.press('1');
    expect(phone).toHaveHeard(words.booked);
  });

  test('is read back again after silence and after another key, and then a person helps', async () => {
    const phone = await book();
    await phone.press('3105');
    await phone.wait();
    expect(lastWords(phone, 2)).toEqual([words.chosen, words.isRight]);
    await phone.press('5');
    expect(lastWords(phone, 3)).toEqual([words.wrongKey, words.chosen, words.isRight]);
    await phone.press('5');
    expect(lastWords(phone)).toEqual([words.connecting]);
  });
});

test('a day is today in the zone of the clinic, where it may be tomorrow already', async () => {
  const phone = await ring({ at: '2026-05-30T22:30Z' });
  await phone.press('1');
  await phone.press('1');
  await phone.press('3005');
  expect(phone).toHaveHeard('You chose Sunday, May 30, 2027.');
});

test('the date alone is in the address, never the number of the caller', async () => {
  const phone = await ring({ from: '15550100001' });
  for (const keys of ['1', '1', '3105', '1']) await phone.press(keys);
  expect(phone.requests.map(({ path }) => path)).toEqual([
    '/clinic',
    '/clinic?__dialog=menu&__phase=answer',
    '/clinic/menu?__dialog=menu&__phase=answer&lang=en',
    '/clinic/booking?__dialog=collect&__phase=answer&lang=en',
    '/clinic/booking/confirm?__dialog=confirm&__phase=answer&date=2026-05-31&lang=en',
  ]);
});
