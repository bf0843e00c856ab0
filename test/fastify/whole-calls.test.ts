import type { FastifyInstance } from 'fastify';
import { signRequest } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { settings } from '../../flows/inspire-works/settings.ts';
import { Random } from '../../fuzz/random.ts';
import { startCall, type PhoneCall, type Transport } from '../../src/phone/index.ts';
import { sized } from '../support/size.ts';
import { makePlan, type Act, type Plan } from './whole-calls/model.ts';

vi.setConfig({ testTimeout: 300_000 });

const calls = sized(200, 10_000);
const publicUrl = 'https://ivr.example.com';
const token = 'a-token-of-an-account-that-does-not-exist';
const asTheyWere = { ...settings };

/** How often a level's component ran, by call. */
const ran = new Map<string, string[]>();
let app: FastifyInstance;

beforeAll(async () => {
  Object.assign(settings, { associate: '+15550123456', audioMessage: undefined });
  for (const level of inspireWorks.levels) {
    const original = level.component;
    // Async, so that the same request can come again while the first is still being answered.
    vi.spyOn(level, 'component').mockImplementation(async (props, context) => {
      const { callUuid = '' } = props.call;
      ran.set(callUuid, [...(ran.get(callUuid) ?? []), level.path]);
      await new Promise(setImmediate);
      return original(props, context) as never;
    });
  }
  app = await createApp({ flows: [inspireWorks], publicUrl, authTokens: [token], development: false });
});

afterAll(async () => {
  vi.restoreAllMocks();
  Object.assign(settings, asTheyWere);
  await app.close();
});

/** What went wrong in a call; nothing is what is wanted. */
const problems: string[] = [];
const counted = { webhooks: 0, duplicates: 0, late: 0, hungUp: 0 };

test('whole calls end where they should, nothing is lost, and nothing is done twice', async () => {
  const numbers = Array.from({ length: calls }, (_, number) => number);
  const worker = async () => {
    for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) await one(number);
  };
  await Promise.all(Array.from({ length: 20 }, worker));
  expect(problems).toEqual([]);
  const { webhooks, duplicates, late, hungUp } = counted;
  expect(ran.size).toBe(calls);
  expect(webhooks).toBeGreaterThan(calls * 4);
  // One in twenty, less what chance may take away.
  expect(Math.min(duplicates / webhooks, late / calls, hungUp / calls)).toBeGreaterThan(sized(0.02, 0.03));
});

async function one(number: number): Promise<void> {
  const random = new Random(8, number);
  const plan = makePlan(random);
  const uuid = `a-call-${number}`;
  const wrong = (what: string) => problems.push(`call ${number}: ${what}, planned ${JSON.stringify(plan)}`);
  const phone = await startCall(`${publicUrl}/ivr`, {
    token,
    uuid,
    hangupUrl: `${publicUrl}/ivr`,
    transport: sending(random, wrong),
  });
  for (const act of plan.acts) await perform(phone, act);
  compare(phone, plan, wrong);
  if (plan.acts.some(({ does }) => does === 'hang up')) counted.hungUp++;
  if (random.percent(5)) await comeLate(random, uuid, wrong);
  const levels = plan.asked.map((asked) => asked.split('?', 1)[0]);
  if (ran.get(uuid)?.join() !== levels.join()) wrong(`the levels ${ran.get(uuid)?.join()} ran`);
}

type Wrong = (what: string) => void;

/** To the app; one request in twenty twice, as when Plivo has not got the answer, at once or one after the other. */
function sending(random: Random, wrong: Wrong): Transport {
  return async ({ method, url, headers, body }) => {
    const send = () =>
      app.inject({
        method,
        url: url.slice(publicUrl.length),
        headers,
        ...(body !== undefined && { payload: body }),
      });
    counted.webhooks++;
    const isTwice = random.percent(5);
    const atOnce = random.percent(50);
    const first = send();
    const second = isTwice ? (atOnce ? send() : first.then(send)) : first;
    const [{ statusCode: status, headers: given, body: xml }, again] = await Promise.all([first, second]);
    if (isTwice) counted.duplicates++;
    if (again.statusCode !== status || again.body !== xml)
      wrong(`a second try got ${again.statusCode} ${again.body}`);
    return { status, headers: given, body: xml };
  };
}

const perform = (phone: PhoneCall, act: Act) => {
  switch (act.does) {
    case 'press':
      return phone.press(act.key);
    case 'stay silent':
      return phone.wait();
    case 'hang up':
      return phone.hangUp();
    case 'dial':
      return phone.dialOutcome(act.outcome);
  }
};

function compare({ events, ended }: PhoneCall, { asked, last, end }: Plan, wrong: Wrong): void {
  const requests = events.flatMap((event) => (event.event === 'request' ? [event] : []));
  const lost = requests.filter(({ status }) => status !== 200);
  if (lost.length > 0) wrong(`${lost.length} requests were not answered with 200`);
  const paths = requests.map(({ url }) => url.slice(publicUrl.length));
  const wanted = [...asked, '/ivr'];
  if (paths.join() !== wanted.join()) wrong(`${paths.join()} were asked`);
  if (ended?.name !== end) wrong(`it ended with ${ended?.name ?? 'nothing'}`);
  const spoken = events.findLast((event) => event.event === 'speak');
  if (last !== undefined && spoken?.text !== last) wrong(`the last words were ${spoken?.text}`);
}

const menuThatIsOver = '<?xml version="1.0" encoding="UTF-8"?><Response><Hangup/></Response>';

/** What Plivo sent before the end arrives after it, or comes again. */
async function comeLate(random: Random, uuid: string, wrong: Wrong): Promise<void> {
  counted.late++;
  const [path, fields, wanted] = random.pick([
    ['/ivr/level2', { Digits: '1' }, menuThatIsOver],
    ['/ivr/action?lang=en', { Digits: '2' }, menuThatIsOver],
    ['/ivr', { Event: 'Hangup', HangupCause: 'NORMAL_CLEARING' }, ''],
    ['/ivr', { Event: 'Ring' }, ''],
  ] as const);
  const params: Record<string, string> = { CallUUID: uuid, From: '14155550100', ...fields };
  const signature = signRequest({ method: 'POST', url: publicUrl + path, params }, token);
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...signature },
    payload: new URLSearchParams(params).toString(),
  });
  if (statusCode !== 200 || body !== wanted) wrong(`${path} after the end got ${statusCode} ${body}`);
}
