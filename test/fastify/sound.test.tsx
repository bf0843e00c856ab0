import { Dial, flow, Hangup, level, Number, Response, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';

test('a document that plays to one who was dialled and hangs up is reported in development, where a part of it is async too', async () => {
  const Late = async () => <Hangup />;
  const sound = level('/sound', () => (
    <Response>
      <Speak>A call for you.</Speak>
      <Late />
    </Response>
  ));
  const start = level('/start', () => (
    <Response>
      <Dial confirmSound={sound()} confirmKey="1">
        <Number>14155550111</Number>
      </Dial>
    </Response>
  ));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const webhook = { headers, payload: 'CallUUID=a' };
  const lines: string[] = [];
  const app = await createApp({
    flows: [flow('sounds', { levels: [start, sound] })],
    development: true,
    logger: { stream: { write: (line: string) => void lines.push(line) } },
  });
  await app.inject({ method: 'POST', url: '/start', ...webhook });
  await app.inject({ method: 'POST', url: '/sound', ...webhook });
  await app.close();
  expect(lines.join('')).toContain('E_SOUND');
});
