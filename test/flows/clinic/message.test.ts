import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import 'plivo-jsx/testing/vitest';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import clinic from '../../../flows/clinic/flow.ts';
import { settings } from '../../../flows/clinic/office.ts';
import { lastWords, open, ringIn } from './ringing.ts';
import { resetSettings, setNumbers } from './settings.ts';

/** The clinic's own system: what it was sent, and what it replies. */
let inbox: Server;
let status = 204;
const delivered: unknown[] = [];

beforeAll(async () => {
  inbox = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      delivered.push(JSON.parse(text));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => inbox.close(resolve)));

beforeEach(() => {
  setNumbers();
  status = 204;
  delivered.length = 0;
  settings.inbox = `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/messages`;
});

afterEach(resetSettings);

describe.each([
  {
    name: 'English',
    key: '1',
    leave:
      'Please say your name, your number and your message after the tone. To finish, press pound or hang up.',
    thanks: 'We have your message, and will call you back.',
    goodbye: 'Thank you for calling. Goodbye.',
  },
  {
    name: 'Spanish',
    key: '2',
    leave:
      'Por favor, diga su nombre, su número y su mensaje después de la señal. Para terminar, pulse almohadilla o cuelgue.',
    thanks: 'Hemos recibido su mensaje, y le devolveremos la llamada.',
    goodbye: 'Gracias por llamar. Adiós.',
  },
  {
    name: 'Hindi',
    key: '3',
    leave: 'कृपया बीप के बाद अपना नाम, नंबर और संदेश बताएँ। पूरा होने पर हैश दबाएँ, या फ़ोन रख दें।',
    thanks: 'हमें आपका संदेश मिल गया है, और हम आपको वापस कॉल करेंगे।',
    goodbye: 'कॉल करने के लिए धन्यवाद। नमस्ते।',
  },
])('a message in $name', ({ key, ...words }) => {
  const leave = async () => (await ringIn(key, { from: '15550100001' })).press('3');

  test.each(['#', 'silence'])(
    'that ends with %s is delivered, and the caller hears thanks',
    async (endedBy) => {
      const phone = await leave();
      expect(lastWords(phone)).toEqual([words.leave]);
      await phone.record(12, { endedBy });
      expect(lastWords(phone, 2)).toEqual([words.thanks, words.goodbye]);
      expect(phone).toHaveEnded('Normal Hangup');
      expect(delivered).toEqual([
        {
          recordUrl: expect.stringMatching(/^https:.*\.mp3$/),
          recordingId: expect.any(String),
          seconds: expect.any(Number),
          from: '15550100001',
        },
      ]);
    },
  );

  test('is delivered when the caller hangs up', async () => {
    const phone = await leave();
    await phone.record(12, { endedBy: 'hangup' });
    expect(phone.ended).toMatchObject({ source: 'Caller' });
    expect(delivered).toMatchObject([{ seconds: 12, from: '15550100001' }]);
  });

  test('of nothing is not delivered, and the caller hears goodbye', async () => {
    const phone = await leave();
    await phone.record(0, { endedBy: '#' });
    expect(lastWords(phone)).toEqual([words.goodbye]);
    expect(phone).not.toHaveHeard(words.thanks);
    expect(phone).toHaveEnded('Normal Hangup');
    expect(delivered).toEqual([]);
  });
});

test('a caller who hangs up at the tone leaves no message', async () => {
  const phone = await ringIn('1');
  await phone.press('3');
  await phone.record(0, { endedBy: 'hangup' });
  expect(phone.ended).toMatchObject({ source: 'Caller' });
  expect(delivered).toEqual([]);
});

test('a message stays with Plivo where there is no inbox', async () => {
  settings.inbox = undefined;
  const phone = await ringIn('1');
  await phone.press('3');
  await phone.record(12);
  expect(phone).toHaveHeard('We have your message, and will call you back.');
  expect(delivered).toEqual([]);
});

test('an inbox that does not take a message is reported, and the caller hears thanks', async () => {
  status = 503;
  const lines: string[] = [];
  const app = await createApp({
    flows: [clinic],
    logger: { level: 'info', stream: { write: (line) => void lines.push(line) } },
  });
  const phone = await call(app, '/clinic', { at: open, from: '15550100001', failures: 'allow' });
  await phone.press('1');
  await phone.press('3');
  await phone.record(12);
  expect(lastWords(phone, 2)).toEqual([
    'We have your message, and will call you back.',
    'Thank you for calling. Goodbye.',
  ]);
  expect(phone).toHaveEnded('Normal Hangup');
  const log = lines.join('');
  expect(log).toContain('The inbox answered with status 503.');
  expect(log).not.toContain('15550100001');
});

test('an inbox that does not take a message fails a test of the app', async () => {
  status = 503;
  const phone = await ringIn('1');
  await phone.press('3');
  await expect(phone.record(12)).rejects.toThrow('The inbox answered with status 503.');
});
