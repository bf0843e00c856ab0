import { expect, test } from 'vitest';
import * as z from 'zod';
import { Choice, Collect, flow, Hangup, level, Menu, Response, Speak, Transfer, Voicemail } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';

const bye = level('/bye', () => (
  <Response>
    <Hangup />
  </Response>
));
const menu = level('/menu', () => (
  <Response>
    <Speak>Welcome.</Speak>
    <Menu onGiveUp={bye()} noMatch="Not an option." tries={2}>
      <Choice digit="1" next={bye()}>
        For nothing, press 1.
      </Choice>
    </Menu>
  </Response>
));
const collect = level('/date', () => (
  <Response>
    <Collect
      digits={4}
      read={z.string()}
      readBack={(keys) => `You entered ${keys}.`}
      onGiveUp={bye()}
      next={() => bye()}
      tries={2}
    >
      Four keys.
    </Collect>
  </Response>
));
const transfer = level('/transfer', () => (
  <Response>
    <Transfer to="+14155550100" whisper="Press 1." acceptKey="1" onCompleted={bye()} onUnanswered={bye()} />
  </Response>
));
const messages: string[] = [];
const voicemail = level('/message', () => (
  <Response>
    <Voicemail onMessage={({ recordUrl }) => void messages.push(recordUrl)} onNothing={bye()} next={bye()} />
  </Response>
));
const fails = level('/fails', ({ call: { digits } }) => {
  if (digits !== undefined) throw new Error('no such key');
  return (
    <Response>
      <Menu onGiveUp={bye()}>
        <Choice digit="1" next={bye()}>
          For nothing, press 1.
        </Choice>
      </Menu>
    </Response>
  );
});
const dialogs = flow('dialogs', {
  levels: [menu, collect, transfer, voicemail, fails, bye],
  examples: () => [menu, collect, transfer, voicemail, fails].map((at) => ({ title: at.path, link: at() })),
});
const publicUrl = 'https://ivr.example.com';
const app = await createApp({ flows: [dialogs], publicUrl });
const { body } = await app.inject('/test-xml');
/** What the page has under the heading of an example. */
const under = (title: string) => body.split(/^## /m).find((part) => part.startsWith(`${title}\n`));

test('the page /test-xml shows each phase of a dialog under a heading', () => {
  expect(body.match(/^###? .*$/gm)).toEqual([
    '## /menu',
    '### menu: a wrong key',
    '## /date',
    '### collect: a wrong key',
    '### collect: keys that are read back',
    '## /transfer',
    '### transfer: the whisper',
    '## /message',
    '## /fails',
  ]);
});

test('a phase is shown with the request that it answers, and hides whom a flow calls', () => {
  expect(under('/menu')).toMatchInlineSnapshot(`
    "/menu
    /menu

    <?xml version="1.0" encoding="UTF-8"?>
    <Response>
      <Speak>Welcome.</Speak>
      <GetDigits action="https://ivr.example.com/menu?__dialog=menu&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
        <Speak>For nothing, press 1.</Speak>
      </GetDigits>
      <GetDigits action="https://ivr.example.com/menu?__dialog=menu&amp;__noinput=1&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
        <Speak>For nothing, press 1.</Speak>
      </GetDigits>
      <Redirect>https://ivr.example.com/bye</Redirect>
    </Response>

    ### menu: a wrong key
    /menu?__dialog=menu&__phase=answer  Digits=9

    <?xml version="1.0" encoding="UTF-8"?>
    <Response>
      <GetDigits action="https://ivr.example.com/menu?__dialog=menu&amp;__nomatch=1&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
        <Speak>Not an option.</Speak>
        <Speak>For nothing, press 1.</Speak>
      </GetDigits>
      <Redirect>https://ivr.example.com/bye</Redirect>
    </Response>

    "
  `);
  expect(under('/transfer')).toMatchInlineSnapshot(`
    "/transfer
    /transfer

    <?xml version="1.0" encoding="UTF-8"?>
    <Response>
      <Dial action="https://ivr.example.com/transfer?__dialog=transfer&amp;__phase=answer" timeout="30" confirmSound="https://ivr.example.com/transfer?__dialog=transfer&amp;__phase=whisper" confirmKey="1" confirmTimeout="15">
        <Number>[hidden]</Number>
      </Dial>
    </Response>

    ### transfer: the whisper
    /transfer?__dialog=transfer&__phase=whisper

    <?xml version="1.0" encoding="UTF-8"?>
    <Response>
      <Speak>Press 1.</Speak>
    </Response>

    "
  `);
  expect(under('/date')).toContain(
    '### collect: keys that are read back\n/date?__dialog=collect&__phase=answer  Digits=1111\n',
  );
});

test('nobody gets a message because of the page', () => {
  expect(messages).toEqual([]);
});

test('a phase that fails is told in place of the example', () => {
  expect(under('/fails')).toMatch(
    /^\/fails\n\/fails\n\n<level \/fails> failed\.\n[^]*Cause: Error: no such key/,
  );
});
