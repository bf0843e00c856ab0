import { describe, expect, test } from 'vitest';
import {
  flow,
  GetDigits,
  Hangup,
  level,
  preview,
  Response,
  Speak,
  Transfer,
  Wait,
  type Context,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';

const end = (path: `/${string}`, text: string) =>
  level(path, () => (
    <Response>
      <Speak>{text}</Speak>
      <Hangup />
    </Response>
  ));
const [completed, busy, unanswered, timeout, failed, cancel] = [
  end('/completed', 'Completed.'),
  end('/busy', 'Busy.'),
  end('/no-answer', 'No answer.'),
  end('/timeout', 'Timeout.'),
  end('/failed', 'Failed.'),
  end('/cancel', 'Cancel.'),
];
const outcomes = {
  onCompleted: completed(),
  onBusy: busy(),
  onNoAnswer: unanswered(),
  onTimeout: timeout(),
  onFailed: failed(),
  onCancel: cancel(),
};

const plain = level('/plain', () => (
  <Response>
    <Speak>Welcome.</Speak>
    <Transfer to="+14155550100" {...outcomes}>
      One moment.
    </Transfer>
  </Response>
));
const guarded = level('/guarded', () => (
  <Response>
    <Transfer
      to={['+14155550100', ' sip:ana@phone.plivo.com', '']}
      ring={20}
      callerId="+14155550199"
      whisper={['A customer is calling.', <Wait length={1} />, 'Press 1 to answer.']}
      acceptKey="1"
      onCompleted={completed()}
      onUnanswered={unanswered()}
    />
  </Response>
));
const screened = level('/screened', () => (
  <Response>
    <Transfer
      to="+14155550100"
      whisper="Press 1."
      acceptKey="1"
      acceptTimeout={10}
      onCompleted={completed()}
      onUnanswered={unanswered()}
    />
  </Response>
));
const announced = level('/announced', () => (
  <Response>
    <Transfer to="+14155550100" whisper="A customer." onCompleted={completed()} onUnanswered={failed()} />
  </Response>
));
const nobody = level('/nobody', () => (
  <Response>
    <Speak>Welcome.</Speak>
    <Transfer to={undefined} {...outcomes}>
      One moment.
    </Transfer>
  </Response>
));
const silent = level('/silent', () => (
  <Response>
    <Transfer to="+14155550100" whisper={false} acceptKey="1" onCompleted={busy()} onUnanswered={busy()} />
  </Response>
));
const asking = level('/asking', () => (
  <Response>
    <Transfer
      to="+14155550100"
      whisper={
        <GetDigits action={busy()} numDigits={1}>
          <Speak>Press 1.</Speak>
        </GetDigits>
      }
      onCompleted={busy()}
      onUnanswered={busy()}
    />
  </Response>
));
/** A dialog that somebody else has written, which lets the call go on after it. */
const Asks = ({ name }: { readonly name: string }, { enterDialog }: Context) => {
  enterDialog?.('Asks', name);
  return <Speak>Hello.</Speak>;
};
const two = level('/two', () => (
  <Response>
    <Asks name="office" />
    <Transfer to="+14155550100" name="office" onCompleted={busy()} onUnanswered={busy()} />
  </Response>
));
const named = level('/named', () => (
  <Response>
    <Transfer to="+14155550100" name="our office" onCompleted={busy()} onUnanswered={busy()} />
  </Response>
));
const asked = [guarded, screened, announced, nobody, silent, asking, two, named];
const ends = [completed, busy, unanswered, timeout, failed, cancel];
const transfers = flow('transfer', { levels: [plain, ...asked, ...ends] });
const app = await createApp({ flows: [transfers], development: true });

const shown = (href: string) => preview([transfers], href, { baseUrl: 'https://ivr.example.com' });

const texts = (phone: { readonly heard: readonly { readonly text: string }[] }) =>
  phone.heard.map(({ text }) => text);

const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: String(new URLSearchParams({ CallUUID: 'c-1', ...fields })),
  });

describe('a transfer', () => {
  test('rings for half a minute, and writes so', async () => {
    expect(await shown('/plain')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Welcome.</Speak>
        <Speak>One moment.</Speak>
        <Dial action="https://ivr.example.com/plain?__dialog=transfer&amp;__phase=answer" timeout="30">
          <Number>+14155550100</Number>
        </Dial>
      </Response>"
    `);
  });
  test.each([
    ['completed', 'Completed.'],
    ['busy', 'Busy.'],
    ['no-answer', 'No answer.'],
    ['timeout', 'Timeout.'],
    ['failed', 'Failed.'],
  ] as const)('goes on after %s', async (outcome, text) => {
    const phone = await call(app, '/plain');
    await phone.dialOutcome(outcome);
    expect(texts(phone)).toEqual(['Welcome.', 'One moment.', text]);
  });
  test('answers Plivo when the caller has hung up while it rang', async () => {
    const phone = await call(app, '/plain', { assume: { actionAfterHangup: 'always' } });
    await phone.hangUp();
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /plain → 200
         0.0  “Welcome.” (en-US, WOMAN)
         0.9  “One moment.” (en-US, WOMAN)
         2.0  calls …00 for at most 30 s
         2.0  caller hangs up
         2.0  dial is over: cancel
         2.0  POST /plain?__dialog=transfer&__phase=answer → 200
         2.0  ended: 4000 Normal Hangup"
    `);
    const reply = await post('/plain?__dialog=transfer&__phase=answer', { DialStatus: 'cancel' });
    expect(reply.body).toContain('<Speak>Cancel.</Speak>');
  });
  test.each(['blocked', 'constructor', '__proto__', ''])(
    'takes the status %j, which Plivo does not document, for a failure',
    async (DialStatus) => {
      const reply = await post('/plain?__dialog=transfer&__phase=answer', { DialStatus });
      expect([reply.statusCode, reply.body]).toEqual([
        200,
        '<?xml version="1.0" encoding="UTF-8"?><Response><Speak>Failed.</Speak><Hangup/></Response>',
      ]);
    },
  );
  test('to nobody fails at once, and says nothing', async () => {
    expect(texts(await call(app, '/nobody'))).toEqual(['Failed.']);
  });
  test('calls several at the same time, also by SIP, and asks who answers to press a key', async () => {
    expect(await shown('/guarded')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Dial action="https://ivr.example.com/guarded?__dialog=transfer&amp;__phase=answer" timeout="20" callerId="+14155550199" confirmSound="https://ivr.example.com/guarded?__dialog=transfer&amp;__phase=whisper" confirmKey="1" confirmTimeout="15">
          <Number>+14155550100</Number>
          <User>sip:ana@phone.plivo.com</User>
        </Dial>
      </Response>"
    `);
    const phone = await call(app, '/guarded');
    await phone.dialOutcome('answer');
    await phone.press('1', { by: 'BLeg' });
    await phone.dialOutcome('completed');
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /guarded → 200
         0.0  calls …00, sip:ana@phone.plivo.com for at most 20 s
         5.0  …00: answered
         5.0  POST /guarded?__dialog=transfer&__phase=whisper → 200
         5.0  …00 hears “A customer is calling.” (en-US, WOMAN)
         7.9  …00 hears “Press 1 to answer.” (en-US, WOMAN)
         9.8  other side presses 1
         9.8  …00: confirmed
         9.8  sip:ana@phone.plivo.com: lost race
         9.8  …00: connected
         9.8  …00: hung up
         9.8  dial is over: completed
         9.8  POST /guarded?__dialog=transfer&__phase=answer → 200
         9.8  “Completed.” (en-US, WOMAN)
        10.9  ended: 4000 Normal Hangup"
    `);
  });
  test('is not held by a machine that never presses the key', async () => {
    const phone = await call(app, '/screened');
    await phone.dialOutcome('answer');
    await phone.wait();
    expect(phone.transcript()).toMatchInlineSnapshot(`
      "   0.0  POST /screened → 200
         0.0  calls …00 for at most 30 s
         5.0  …00: answered
         5.0  POST /screened?__dialog=transfer&__phase=whisper → 200
         5.0  …00 hears “Press 1.” (en-US, WOMAN)
        15.0  …00: hung up
        15.0  dial is over: failed
        15.0  POST /screened?__dialog=transfer&__phase=answer → 200
        15.0  “No answer.” (en-US, WOMAN)
        16.1  ended: 4000 Normal Hangup"
    `);
  });
  test('connects whoever answers when no key is asked for', async () => {
    const phone = await call(app, '/announced');
    expect(phone.document).not.toContain('confirmKey');
    await phone.dialOutcome('answer');
    expect(phone.state.type).toBe('talking');
  });
  test('gives a whisper as a document that Plivo plays, and nothing else of the level', async () => {
    expect(await shown('/guarded?__dialog=transfer&__phase=whisper')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>A customer is calling.</Speak>
        <Wait length="1"/>
        <Speak>Press 1 to answer.</Speak>
      </Response>"
    `);
  });
});

describe('a transfer is refused, with its place, when', () => {
  test('a key is asked for and nobody is told', async () => {
    await expect(shown('/silent')).rejects.toThrowErrorMatchingInlineSnapshot(`
      [RenderError: <Transfer> has an acceptKey and no whisper, so nobody is asked to press it.
        at <Transfer> (test/dialog/transfer.test.tsx:89:5)
        in <Response> (test/dialog/transfer.test.tsx:88:3)
        in <level /silent> (test/dialog/transfer.test.tsx:87:16)
      Fix: give a whisper that says which key to press. [E_DIALOG_PROP]]
    `);
  });
  test('its whisper has what Plivo does not play', async () => {
    const whisper = shown('/asking?__dialog=transfer&__phase=whisper');
    await expect(whisper).rejects.toThrowErrorMatchingInlineSnapshot(`
      [RenderError: <GetDigits> is in the document of confirmSound of <Dial>, of which Plivo plays only <Speak>, <Play> and <Wait>.
        at <GetDigits> (test/dialog/transfer.test.tsx:97:9)
        in <Response>
        in <Transfer> (test/dialog/transfer.test.tsx:94:5)
        in <Response> (test/dialog/transfer.test.tsx:93:3)
        in <level /asking> (test/dialog/transfer.test.tsx:92:16)
      Fix: remove the <GetDigits>, or write another level for confirmSound. [E_SOUND]]
    `);
  });
  test('another dialog of its level has its name', async () => {
    await expect(shown('/two')).rejects.toThrowErrorMatchingInlineSnapshot(`
      [RenderError: <Transfer> has the name office, as a dialog before it.
        at <Transfer> (test/dialog/transfer.test.tsx:114:5)
        in <Response> (test/dialog/transfer.test.tsx:112:3)
        in <level /two> (test/dialog/transfer.test.tsx:111:13)
      Fix: give it a name of its own: a letter, and at most 31 letters, digits, _ and -. [E_DIALOG_PROP]]
    `);
  });
  test('its name cannot stand in an address', async () => {
    await expect(shown('/named')).rejects.toThrowErrorMatchingInlineSnapshot(`
      [RenderError: <Transfer> has a name that cannot be written into an address.
        at <Transfer> (test/dialog/transfer.test.tsx:119:5)
        in <Response> (test/dialog/transfer.test.tsx:118:3)
        in <level /named> (test/dialog/transfer.test.tsx:117:15)
      Fix: give it a name of its own: a letter, and at most 31 letters, digits, _ and -. [E_DIALOG_PROP]]
    `);
  });
});
