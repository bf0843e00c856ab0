import fc from 'fast-check';
import { amount, dayAndMonth, digits, phoneNumber, pin, time, yesNo, type Reader } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { nationalNumbers } from '../../../src/dialog/read/calling-codes.ts';
import { wordsOfAllLanguages } from '../../../src/dialog/phrases.ts';
import { read } from './read.ts';

const inBritain = phoneNumber({ callingCode: '44' });
const all: { readonly [name: string]: Reader<unknown> } = {
  amount,
  dayAndMonth,
  digits,
  inBritain,
  phoneNumber,
  pin: pin({ length: 4 }),
  time,
  yesNo,
};

test.each(Object.entries(all))(
  '%s follows Standard Schema 1, and refuses what is no text',
  (_name, reader) => {
    expect(reader['~standard']).toMatchObject({ version: 1, vendor: 'plivo-jsx' });
    for (const value of [undefined, null, 1, {}, ['1']])
      expect(read(reader, value)).toMatch(/^Expected [\w ,]+\.$/);
  },
);

test.each(Object.entries(all))(
  '%s reads any text without an error, and no issue quotes it',
  (_name, reader) => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9*#+ ]{0,20}$/));
    fc.assert(
      fc.property(text, (written) => {
        const result = reader['~standard'].validate(written);
        const messages = result.issues?.map(({ message }) => message) ?? [];
        expect(messages.every((message) => message === read(reader, undefined))).toBe(true);
      }),
    );
  },
);

describe('time', () => {
  test.each([
    ['1830', '18:30:00'],
    ['0000', '00:00:00'],
    ['930', '09:30:00'],
    ['9*30', '09:30:00'],
    ['18:30', '18:30:00'],
  ])('reads %s', (text, wanted) => {
    expect(read(time, text)).toBe(wanted);
  });

  test.each(['2400', '1860', '18', '18300', '', '18-30'])('refuses %j', (text) => {
    expect(read(time, text)).toBe('Expected a time of day, HHMM.');
  });

  test('reads each of the 1440 minutes of a day, and no other four digits', () => {
    const times = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0')).filter(
      (keys) => read(time, keys) === `${keys.slice(0, 2)}:${keys.slice(2)}:00`,
    );
    expect(times.length).toBe(1440);
  });
});

describe('amount', () => {
  test.each([
    ['12', 12],
    ['12*50', 12.5],
    ['12*5', 12.5],
    ['*50', 0.5],
    ['0', 0],
    ['12.50', 12.5],
    ['12*', 'Expected an amount.'],
    ['12*505', 'Expected an amount.'],
    ['1*2*3', 'Expected an amount.'],
    ['*', 'Expected an amount.'],
    ['1234567890', 'Expected an amount.'],
    ['-5', 'Expected an amount.'],
    ['1e3', 'Expected an amount.'],
  ])('of %s is %s', (text, wanted) => {
    expect(read(amount, text)).toBe(wanted);
  });

  test('is read from cents, without decimals and within limits when told so', () => {
    expect(read(amount({ unit: 'cents' }), '1250')).toBe(12.5);
    expect(read(amount({ unit: 'cents', decimals: 0 }), '1250')).toBe(1250);
    expect(read(amount({ unit: 'cents' }), '12*50')).toBe('Expected an amount.');
    expect(read(amount({ decimals: 0 }), '12*5')).toBe('Expected an amount.');
    expect(read(amount({ min: 5, max: 10 }), '5')).toBe(5);
    expect(read(amount({ min: 5, max: 10 }), '10*01')).toBe('Expected an amount from 5 to 10.');
    expect(() => amount({ min: 2, max: 1 })).toThrow('The option max is not a number of at least min.');
    expect(() => amount({ decimals: 4 as 3 })).toThrow('Fix: use 0, 1, 2, 3.');
  });

  test('is exact to the cent: every number of cents is read back from both spellings', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999_900), (cents) => {
        const whole = `${Math.floor(cents / 100)}*${String(cents % 100).padStart(2, '0')}`;
        const value = read(amount, whole) as number;
        expect(Math.round(value * 100)).toBe(cents);
        expect(read(amount({ unit: 'cents' }), String(cents))).toBe(value);
      }),
    );
  });
});

describe('yesNo', () => {
  test.each([
    ['1', true],
    ['2', false],
    ['Yes, please.', true],
    ['No, thank you.', false],
    ['Sí.', true],
    ['Si, vale', true],
    ['No, gracias', false],
    ['हाँ', true],
    ['जी हां', true],
    ['जी नहीं', false],
    ['Oui', true],
    ['Non merci', false],
    ['Ja, genau!', true],
    ['Nein', false],
    ['Sim', true],
    ['Não, obrigado', false],
    ['Sì, grazie', true],
    ['NÃO'.normalize('NFD'), false],
  ])('reads %s as %s', (text, wanted) => {
    expect(read(yesNo, text)).toBe(wanted);
  });

  test.each(['3', '11', '', 'yes no', "that's not right", 'perhaps', 'yesterday', 'nobody'])(
    'refuses %j',
    (text) => {
      expect(read(yesNo, text)).toBe('Expected yes or no.');
    },
  );

  test('reads other keys when told so', () => {
    expect(read(yesNo({ yes: '5', no: '*' }), '*')).toBe(false);
    expect(read(yesNo({ yes: '5', no: '*' }), '1')).toBe('Expected yes or no.');
    expect(() => yesNo({ yes: '2' })).toThrow('The option no is the key for yes.');
    expect(() => yesNo({ yes: '12' })).toThrow('The option yes is no key.');
  });

  test('knows its words, and none means both', () => {
    const { yes, no } = wordsOfAllLanguages;
    expect(yes.filter((word) => read(yesNo, word) !== true)).toEqual([]);
    expect(no.filter((word) => read(yesNo, word) !== false)).toEqual([]);
  });
});

describe('phoneNumber', () => {
  test.each([
    ['34', '612345678', '+34612345678'],
    ['34', '0034612345678', '+34612345678'],
    ['34', '+44 20 7946 0123', '+442079460123'],
    ['44', '02079460123', '+442079460123'],
    ['44', '2079460123', '+442079460123'],
    ['1', '4155550100', '+14155550100'],
    ['1', '1 (415) 555-0100', '+14155550100'],
    ['1', '01134612345678', '+34612345678'],
    ['39', '0612345678', '+390612345678'],
    ['7', '84951234567', '+74951234567'],
    ['7', '8495123456', '+78495123456'],
    ['91', '09876543210', '+919876543210'],
    ['229', '0197000000', '+2290197000000'],
  ])('with the calling code %s reads %s', (callingCode, text, wanted) => {
    expect(read(phoneNumber({ callingCode }), text)).toBe(wanted);
  });

  test.each([
    ['34', '61234567'],
    ['34', '6123456789'],
    ['34', '0612345678'],
    ['1', '555010'],
    ['44', '00'],
    ['44', '+44'],
    ['44', '000123456789'],
    ['229', '0197000000123'],
    ['34', '6123*5678'],
    ['34', ''],
  ])('with the calling code %s refuses %j', (callingCode, text) => {
    expect(read(phoneNumber({ callingCode }), text)).toBe('Expected a telephone number.');
  });

  test('as a value takes the calling code from the caller', () => {
    expect(read(phoneNumber, '34612345678')).toBe('+34612345678');
    expect(read(phoneNumber, '0034612345678')).toBe('+34612345678');
    expect(read(phoneNumber, '3461234567')).toBe('Expected a telephone number.');
    expect(read(phoneNumber, '0612345678')).toBe('Expected a telephone number.');
    expect(() => phoneNumber({ callingCode: '+34' })).toThrow('The option callingCode is not 1 to 3 digits.');
  });

  test('no calling code begins with another one, and what is read is read again as itself', () => {
    const codes = Object.keys(nationalNumbers);
    expect(codes.filter((code) => codes.some((other) => other !== code && code.startsWith(other)))).toEqual(
      [],
    );
    const national = fc.tuple(fc.constantFrom(...codes), fc.stringMatching(/^[0-9]{4,13}$/));
    fc.assert(
      fc.property(national, ([callingCode, text]) => {
        const value = read(phoneNumber({ callingCode }), text) as string;
        fc.pre(value.startsWith('+'));
        expect(value).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(read(phoneNumber, value)).toBe(value);
        expect(read(phoneNumber({ callingCode }), value)).toBe(value);
      }),
    );
  });
});

describe('digits and pin', () => {
  test.each([
    [digits, '007', '007'],
    [digits, '12 34-5', '12345'],
    [digits, '', 'Expected 1 to 99 digits.'],
    [digits, '12*', 'Expected 1 to 99 digits.'],
    [digits({ min: 6, max: 8 }), '12345', 'Expected 6 to 8 digits.'],
    [digits({ min: 6, max: 8 }), '0012345', '0012345'],
    [digits({ min: 6, max: 8 }), '123456789', 'Expected 6 to 8 digits.'],
    [pin({ length: 4 }), '0420', '0420'],
    [pin({ length: 4 }), '042', 'Expected a PIN of 4 digits.'],
    [pin({ length: 4 }), '04203', 'Expected a PIN of 4 digits.'],
  ])('%# read %j', (reader, text, wanted) => {
    expect(read(reader, text)).toBe(wanted);
  });

  test('have limits that exist', () => {
    expect(() => digits({ min: 0 })).toThrow('The option min is no number of digits.');
    expect(() => digits({ min: 5, max: 4 })).toThrow('Fix: use a number from 5 to 99.');
    expect(() => pin({ length: 1.5 })).toThrow('The option length is no number of digits.');
  });
});
