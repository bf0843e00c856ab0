import { afterEach, describe, expect, test } from 'vitest';
import { flow, Hangup, Hours, hours, level, preview, Response, Speak, Transfer, Voicemail } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';

const openingHours = hours({ zone: 'Europe/Madrid', week: { mon: '09:00-17:00' } });
const end = (path: `/${string}`, text: string) =>
  level(path, () => (
    <Response>
      <Speak>{text}</Speak>
      <Hangup />
    </Response>
  ));
const bye = end('/bye', 'Goodbye.');
const unanswered = end('/unanswered', 'Nobody answered.');
const inbox: string[] = [];
afterEach(() => void inbox.splice(0));

const desk = level('/desk', () => (
  <Response>
    <Hours
      of={openingHours}
      closed={
        <Voicemail onMessage={({ recordUrl }) => void inbox.push(recordUrl)} onNothing={bye()} next={bye()}>
          We are closed. Please leave a message.
        </Voicemail>
      }
    >
      <Transfer
        to="+15550123456"
        whisper="A caller."
        acceptKey="1"
        onCompleted={bye()}
        onUnanswered={unanswered()}
      >
        Connecting.
      </Transfer>
    </Hours>
  </Response>
));
const plain = level('/plain', () => (
  <Response>
    <Transfer to="+15550123456" onCompleted={bye()} onUnanswered={unanswered()} />
  </Response>
));
const flows = [flow('desk', { levels: [desk, plain, bye, unanswered] })];
const app = await createApp({ flows });
const lastWords = (phone: { heard: readonly { text: string }[] }) => phone.heard.at(-1)?.text;

describe('what began while it was open', () => {
  test('a transfer that ends after closing has its own outcome', async () => {
    const phone = await call(app, '/desk', { at: '2026-05-04T16:59:59[Europe/Madrid]' });
    await phone.dialOutcome('completed');
    expect(lastWords(phone)).toBe('Goodbye.');
  });

  test('a whisper after closing is the one of the transfer', async () => {
    const began = Math.floor(Date.parse('2026-05-04T16:59:50+02:00') / 1000);
    const address = `/desk?__at=${began}&__dialog=transfer&__phase=whisper`;
    expect(await preview(flows, address, { baseUrl: 'https://ivr.example.com' })).toContain(
      '<Speak>A caller.</Speak>',
    );
  });

  test('a message that ends after opening is handed over', async () => {
    const phone = await call(app, '/desk', { at: '2026-05-04T08:59:55[Europe/Madrid]' });
    await phone.record(20);
    expect(inbox).toHaveLength(1);
    expect(lastWords(phone)).toBe('Goodbye.');
  });
});

test('only where the level asks for the time, the address tells it', async () => {
  const xml = async (path: string) => preview(flows, path, { baseUrl: 'https://ivr.example.com' });
  expect(await xml('/plain')).toContain(
    '"https://ivr.example.com/plain?__dialog=transfer&amp;__phase=answer"',
  );
  expect(await xml('/desk')).toMatch(/"https:\/\/ivr\.example\.com\/desk\?__at=\d{10}&amp;__dialog=/);
});
