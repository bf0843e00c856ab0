import { amount, date, dayAndMonth, digits, phoneNumber, pin, time, yesNo } from 'plivo-jsx';
import { call } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../cli/run-command.ts';
import { blocksOf, codeIn, read, rowsOf, sectionOf } from './markdown.ts';
import { projectOfPages, serve, type Server } from './pages.ts';

// The server is a process.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const menus = 'docs/guide/menus.md';
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await projectOfPages();
  server = await serve({}, folder);
});

/** Calls a level of the pages. The commands of the pages run in commands.full.test.ts. */
const dial = (path: string, options: object = {}) => call(server.url + path, options);

type Phone = Awaited<ReturnType<typeof dial>>;
const heardBy = (phone: Phone) => phone.heard.map(({ text }) => text);

describe('the first menu', () => {
  test('is the document that the page shows, and has the size that it names', async () => {
    const { stdout } = await runCommand(['render', '/bakery'], {}, folder);
    expect(stdout).toBe(blocksOf(menus, '## The first menu', 'xml')[0]);
    const sent = await (await fetch(`${server.url}/bakery`)).text();
    expect([sent.length > 1000, sent.length < 1300]).toEqual([true, true]);
    expect(read(menus).replaceAll(/\s+/g, ' ')).toContain('The document of the bakery has about 1 KB');
  });

  test('has the log lines that the page shows', async () => {
    const phone = await dial('/bakery');
    await phone.wait();
    await phone.press('7');
    await phone.press('1');
    // Without the time, the id of the call, and how long it took.
    const lines = (text: string) =>
      [...text.matchAll(/^.* call \w+ {2}(.*) {2}\([\d.]+ ms\)$/gm)].map(([, line]) => line);
    const [shown] = blocksOf(menus, '## Look at a phase', 'text');
    expect(lines(shown!)).toHaveLength(3);
    await expect.poll(() => lines(server.log()).slice(-3)).toEqual(lines(shown!));
  });

  test('costs a silent caller two requests', async () => {
    const phone = await dial('/bakery');
    for (let tries = 1; tries <= 3; tries++) await phone.wait();
    expect(phone).toHaveHeard('Please come to the shop. Goodbye.');
    expect(phone.requests).toHaveLength(2);
  });
});

test.each([
  ['7', 3],
  ['*', 4],
])('a caller of the first menu whose key %s is stuck is given up after %i times', async (key, most) => {
  const phone = await dial('/bakery');
  let pressed = 0;
  for (; phone.ended === undefined && pressed < 30; pressed++) await phone.press(key);
  expect(pressed).toBe(most);
  expect(phone).toHaveHeard('Please come to the shop. Goodbye.');
});

describe('words', () => {
  test('inside of a longer answer choose, and the longest ones win', async () => {
    const phone = await dial('/hotline');
    await phone.say('My LAB results, please');
    expect(phone).toHaveHeard('Your results are ready. Goodbye.');
  });

  test('that Plivo is not sure of are asked about, and yes goes on', async () => {
    const phone = await dial('/hotline');
    await phone.say('results', { confidence: 0.4 });
    expect(phone).toHaveHeard('Did you say results?');
    await phone.say('yes');
    expect(phone).toHaveHeard('Your results are ready. Goodbye.');
  });

  test('that were not meant, or fit two choices, are a wrong answer', async () => {
    const phone = await dial('/hotline');
    await phone.say('results', { confidence: 0.4 });
    await phone.press('2');
    expect(phone).toHaveHeard('Let us try that again.');
    await phone.say('operator or results');
    expect(heardBy(phone).filter((text) => text === 'Let us try that again.')).toHaveLength(2);
  });
});

describe('collect and confirm', () => {
  const at = '2026-11-28T10:00+01:00';

  test('lead to a date', async () => {
    const phone = await dial('/appointment', { at });
    await phone.press('0305');
    expect(heardBy(phone).slice(-2)).toEqual([
      'You chose May 3, 2027.',
      'If that is right, press 1. If not, press 2.',
    ]);
    await phone.press('1');
    expect(phone).toHaveHeard('We expect you on Monday, May 3. Goodbye.');
  });

  test('ask again for what is no date, and after a no', async () => {
    const phone = await dial('/appointment', { at });
    await phone.press('9999');
    expect(phone).toHaveHeard('I need a day and a month.');
    await phone.press('0305');
    await phone.press('2');
    expect(heardBy(phone).at(-1)).toBe('Please enter the day and the month as four digits.');
  });

  test.each(['630#', '630', '0630'])('read %s as a time of day', async (keys) => {
    const phone = await dial('/wakeup');
    await phone.press('2400');
    expect(phone).toHaveHeard('I need a time from 0 to 23 59.');
    await phone.press(keys);
    // A pause ends what neither `#` nor the fourth key did.
    if (keys === '630') await phone.wait();
    expect(phone).toHaveHeard('You chose 6:30 AM.');
    await phone.press('1');
    expect(phone).toHaveHeard('We will call you at 6:30 AM. Good night.');
  });

  test('keep a PIN out of addresses and of the log', async () => {
    const phone = await dial('/account');
    expect(phone.document).toContain('log="false"');
    await phone.press('0420');
    expect(phone).toHaveHeard('You have 12 euros.');
    expect(phone.requests.map(({ path }) => path)).toEqual([
      '/account',
      '/account?__dialog=collect&__phase=answer',
    ]);
    expect(server.log()).not.toContain('0420');
  });

  test('have a table of readers with the values of these keys', () => {
    const readers = [date, dayAndMonth, time, amount, digits({ min: 6, max: 8 }), pin({ length: 4 })];
    const others = [phoneNumber({ callingCode: '44' }), yesNo];
    const rows = rowsOf(sectionOf(menus, '## Collect: digits that become a value'));
    const values = [...readers, ...others].map((reader, row) => {
      const result = reader['~standard'].validate(codeIn(rows[row]?.[1]), {
        libraryOptions: { now: { epochMilliseconds: Date.parse(at) } },
      });
      return result.issues === undefined ? String(result.value) : result.issues;
    });
    expect(values).toEqual([
      '2026-05-03',
      '2027-05-03',
      '18:30:00',
      '12.5',
      '0012345',
      '0420',
      '+442079460123',
      'true',
    ]);
    expect(rows).toHaveLength(values.length);
  });
});

describe('the office', () => {
  /** The lines that `onMessage` prints from now on. */
  const messages = () => {
    const before = server.log().length;
    return () =>
      server
        .log()
        .slice(before)
        .match(/^A message of .*$/gm) ?? [];
  };

  const confirm = async (key: string) => {
    const phone = await dial('/office');
    await phone.dialOutcome('answer');
    await phone.press(key, { by: 'BLeg' });
    return phone;
  };

  test('connects whoever presses the key', async () => {
    const phone = await confirm('1');
    expect(phone.transcript()).toContain('A customer is calling. To take the call, press 1.');
    await phone.dialOutcome('completed');
    expect(phone).toHaveEnded('Normal Hangup');
    expect(heardBy(phone)).toEqual(['One moment, please.']);
  });

  test.each(['busy', 'no-answer', 'failed'] as const)(
    'takes a message when the line is %s',
    async (outcome) => {
      const phone = await dial('/office');
      await phone.dialOutcome(outcome);
      const arrived = messages();
      await phone.record(3);
      expect(phone).toHaveHeard('Thank you. Goodbye.');
      // With the silence that ended it.
      await expect.poll(arrived).toEqual(['A message of 8 seconds has arrived.']);
    },
  );

  test('takes a message when a machine answers, which presses nothing', async () => {
    const phone = await dial('/office');
    await phone.dialOutcome('answer');
    await phone.wait();
    expect(phone).toHaveHeard(/^Nobody is free/);
  });

  test('keeps the message of a caller who hangs up', async () => {
    const phone = await dial('/office');
    await phone.dialOutcome('busy');
    const arrived = messages();
    await phone.record(4, { endedBy: 'hangup' });
    expect(phone.ended).toBeDefined();
    await expect.poll(arrived).toEqual(['A message of 4 seconds has arrived.']);
  });
});

test.each([
  ['2026-12-21T12:00+01:00', ['We are open. One moment, please.']],
  ['2026-12-21T14:00+01:00', ['We are closed.', 'We open on Monday, December 21, at 4 PM.']],
  ['2026-12-26T01:00+01:00', ['We are closed.', 'We open on Monday, December 28, at 9 AM.']],
  ['2026-12-19T01:00+01:00', ['We are open. One moment, please.']],
])('the practice says at %s: %s', async (at, texts) => {
  expect(heardBy(await dial('/practice', { at }))).toEqual(texts);
});

test('the address is sent to a number, and said to a caller without one', async () => {
  const phone = await dial('/directions');
  expect(phone.document).toContain('>Our address is 12 Hill Street, next to the station.</Message>');
  expect(heardBy(phone)).toEqual(['Goodbye.']);
  const hidden = await dial('/directions', { from: 'anonymous' });
  expect(heardBy(hidden)).toEqual(['Our address is 12 Hill Street, next to the station.', 'Goodbye.']);
});

test.each([
  ['1', 'We are glad. Goodbye.'],
  ['7', 'Goodbye.'],
])('the dialog of one’s own answers the key %s with “%s”', async (key, text) => {
  const phone = await dial('/poll');
  await phone.press(key);
  expect(heardBy(phone).at(-1)).toBe(text);
});

describe('the languages', () => {
  test('travel in links, and begin with that of the answer URL', async () => {
    const phone = await dial('/hours?lang=de');
    for (let tries = 1; tries <= 3; tries++) await phone.wait();
    expect(heardBy(phone).at(-1)).toBe(
      'Wir öffnen um 9:30 Uhr. Der Eintritt kostet 12,50 Euro. Auf Wiederhören.',
    );
    expect(phone.requests.at(-1)?.path).toBe('/hours/spoken?lang=de');
  });

  test('that are not known are the first one', async () => {
    const phone = await dial('/hours?lang=xx');
    for (let tries = 1; tries <= 3; tries++) await phone.wait();
    expect(heardBy(phone).at(-1)).toMatch(/^We open at 9:30 AM\./);
  });
});
