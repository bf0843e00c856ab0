import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import {
  Choice,
  flow,
  Hangup,
  level,
  Menu,
  Response as Document,
  Speak,
  Transfer,
  Voicemail,
  type Node,
} from 'plivo-jsx';
import { heard, serve } from '../served.ts';

const end = (path: `/${string}`, text: string) =>
  level(path, () => (
    <Document>
      <Speak>{text}</Speak>
      <Hangup />
    </Document>
  ));
const failed = end('/failed', 'Nothing.');
let delay = 400;
const rating = level('/rating', async () => {
  await wait(delay);
  return (
    <Document>
      <Speak>Thank you.</Speak>
    </Document>
  );
});
const asking = (path: `/${string}`, dialog: () => Node) =>
  level(path, () => (
    <Document>
      <>{dialog()}</>
    </Document>
  ));
const menu = asking('/menu', () => (
  <Menu onGiveUp={failed()}>
    <Choice digit="1" next={rating()}>
      Press 1.
    </Choice>
  </Menu>
));
const transfer = asking('/transfer', () => (
  <Transfer to="+14155550100" onCompleted={rating()} onUnanswered={failed()} />
));
const voicemail = asking('/voicemail', () => (
  <Voicemail onMessage={() => {}} onNothing={failed()} next={rating()} />
));
const flows = [flow('desk', { levels: [menu, transfer, voicemail, rating, failed] })];

test.each([
  ['/menu?__dialog=menu', { Digits: '1' }],
  ['/transfer?__dialog=transfer', { Event: 'DialAction', DialStatus: 'completed', DialBLegUUID: 'b' }],
  [
    '/voicemail?__dialog=voicemail',
    { Event: 'Record', RecordUrl: 'https://r.example/1', RecordingDuration: '4' },
  ],
])('the retry of %s in another process needs no answer again', async (dialog, fields) => {
  delay = 400;
  const [here, there] = [await serve({ flows, deadline: 200 }), await serve({ flows, deadline: 200 })];
  const first = await heard(await here.post(`${dialog}&__phase=answer`, { CallUUID: 'c-1', ...fields }));
  expect(first.next).toEqual(['Redirect https://ivr.example.com/rating?__again=1']);
  delay = 0;
  const retry = await heard(await there.post('/rating?__again=1', { CallUUID: 'c-1', Event: 'Redirect' }));
  expect(retry.said).toEqual(['Thank you.']);
  await Promise.all([here.close(), there.close()]);
});
