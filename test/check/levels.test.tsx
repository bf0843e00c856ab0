import {
  Dial,
  flow,
  GetDigits,
  Hangup,
  level,
  Number as Phone,
  Redirect,
  Response,
  Speak,
  type ChecksOff,
  type Level,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import { describe, expect, test } from 'vitest';
import { check, switchedOff } from '../../src/check/check.ts';

/** The findings of a flow, as `R014: the sentence`. */
async function found(levels: readonly [Level, ...Level[]], path: string, checks: ChecksOff = {}) {
  const app = await createApp({ flows: [flow('shop', { levels, checks })], logger: false });
  const graph = await explore(app, path);
  const told = ({ rule, sentence }: { readonly rule: { readonly id: string }; readonly sentence: string }) =>
    `${rule.id}: ${sentence}`;
  return {
    found: check(graph).map(told),
    off: switchedOff(graph).map((finding) => `${told(finding)} ${finding.reason}`),
  };
}

const goodbye = () => (
  <Response>
    <Speak>Goodbye.</Speak>
    <Hangup />
  </Response>
);

describe('levels of an app in the same process', () => {
  test('a level that fails', async () => {
    const broken = level('/broken', () => {
      throw new Error('The database is away.');
    });
    expect((await found([broken], '/broken')).found).toEqual([
      expect.stringMatching(
        /^R011: The app failed at POST \/broken, and the caller hears an apology: .*The database is away\./,
      ),
    ]);
  });

  test('a plain address that no level has', async () => {
    const start = level('/shop', () => (
      <Response>
        <GetDigits action="/shop/ordrs" numDigits={1} validDigits="1">
          <Speak>Press 1 to order.</Speak>
        </GetDigits>
        <Speak>Goodbye.</Speak>
      </Response>
    ));
    const { found: all } = await found([start], '/shop');
    expect(all).toContain(
      'R013: No level has the path /shop/ordrs, which is the action of <GetDigits> (line 1 of /shop).',
    );
  });

  test('a level that nothing leads to, and one whose link stands behind an end', async () => {
    const start = level('/start', () => (
      <Response>
        <Speak>Goodbye.</Speak>
        <Hangup />
        <Redirect>{behind()}</Redirect>
      </Response>
    ));
    const behind = level('/behind', goodbye);
    const forgotten = level('/forgotten', goodbye);
    expect((await found([start, behind, forgotten], '/start')).found).toEqual([
      'R014: Nothing leads to the level /forgotten.',
      'R015: Nothing that a caller does leads to /behind, the link of <Redirect> (line 1 of /start).',
      'R101: What follows <Hangup> (line 1 of /start) never runs: <Redirect>.',
    ]);
  });

  test('where numbers are asked, nobody knows what a right one leads to', async () => {
    const start = level('/number', ({ call }) => (
      <Response>
        {call.digits === '4711' && <Redirect>{inside()}</Redirect>}
        <GetDigits action={start()} numDigits={4} retries={1}>
          <Speak>Enter the number of your order.</Speak>
        </GetDigits>
        <Speak>Goodbye.</Speak>
      </Response>
    ));
    const inside = level('/inside', goodbye);
    const { found: all } = await found([start as Level, inside], '/number');
    expect(all.filter((sentence) => sentence.startsWith('R014'))).toEqual([]);
  });
});

describe('a rule that is switched off', () => {
  const ringing = () => {
    const desk = level('/desk', () => (
      <Response>
        <Dial action={done()}>
          <Phone>+14155550123</Phone>
        </Dial>
      </Response>
    ));
    const done = level('/desk/done', goodbye);
    return [desk, done] as const;
  };
  const finding =
    'R106: The action of <Dial> (line 1 of /desk) answers each outcome with the same document: a caller whom nobody answered hears what one hears who has talked.';

  test('for a level is left out, and told with its reason', async () => {
    expect(await found(ringing(), '/desk')).toEqual({ found: [finding], off: [] });
    expect(await found(ringing(), '/desk', { '/desk': { R106: 'The desk says the rest.' } })).toEqual({
      found: [],
      off: [`${finding} The desk says the rest.`],
    });
  });

  test('for another level is found', async () => {
    const checks = { '/desk/done': { R106: 'The desk says the rest.' } };
    expect(await found(ringing(), '/desk', checks)).toEqual({ found: [finding], off: [] });
  });

  test.each([
    [{ '/gone': { R106: 'why' } }, /checks of the flow shop names \/gone, which is no level of this flow/],
    [{ '/one': { R106: ' ' } }, /switches off R106 without a reason/],
    [{ '/one': { R1: 'why' } }, /switches off R1, which is no number of a rule/],
  ])('needs a level, a number and a reason: %j', (checks, message) => {
    const [first] = [level('/one', goodbye)];
    expect(() => flow('shop', { levels: [first], checks: checks as ChecksOff })).toThrow(message);
    // A level that no flow has would be an error of the next app.
    flow('shop', { levels: [first] });
  });
});
