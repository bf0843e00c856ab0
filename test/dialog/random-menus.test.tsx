import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Choice, flow, Hangup, level, Menu, Repeat, Response, Speak, type TelephoneKey } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';

const keys = [...'1234567890*#'] as TelephoneKey[];

/** Words that no sentence of the framework has. */
const word = fc.stringMatching(/^[a-z]{5,9}$/).map((text) => `x${text}`);
const text = fc.oneof(
  word,
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((each) => `x${each}`),
);

const menus = fc.record({
  choices: fc.uniqueArray(
    fc.record({ digit: fc.constantFrom(...keys), says: word, text, repeats: fc.nat(5) }),
    {
      minLength: 2,
      maxLength: 12,
      selector: ({ digit }) => digit,
    },
  ),
  spoken: fc.boolean(),
  tries: fc.integer({ min: 1, max: 9 }),
  noInput: fc.array(text, { maxLength: 3 }),
  noMatch: fc.array(text, { maxLength: 3 }),
});
type RandomMenu = typeof menus extends fc.Arbitrary<infer T> ? T : never;

const acts = fc.array(
  fc.oneof(
    fc.record({ press: fc.constantFrom(...keys) }),
    fc.record({ say: fc.nat(20), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.constant('silence' as const),
  ),
  { minLength: 1, maxLength: 8 },
);

/** The most requests of one menu: each wrong answer uses a try up, each repeat one of three, and a doubt asks once for each. */
const mostRequests = 2 + 3 + 2 * 9 + 1;

const isRepeat = ({ repeats }: RandomMenu['choices'][number]) => repeats === 0;

function appOf({ choices, spoken, tries, noInput, noMatch }: RandomMenu) {
  const ends = choices.map((_, at) =>
    level(`/end/${at}`, () => (
      <Response>
        <Speak>{`End ${at}.`}</Speak>
        <Hangup />
      </Response>
    )),
  );
  const operator = level('/operator', () => (
    <Response>
      <Speak>Operator.</Speak>
      <Hangup />
    </Response>
  ));
  const menu = level('/menu', () => (
    <Response>
      <Menu onGiveUp={operator()} tries={tries} noInput={noInput} noMatch={noMatch}>
        {choices.map((each, at) =>
          isRepeat(each) ? (
            <Repeat digit={each.digit} says={spoken ? `${each.says}${at}` : undefined} key={at}>
              {each.text}
            </Repeat>
          ) : (
            <Choice
              digit={each.digit}
              says={spoken ? `${each.says}${at}` : undefined}
              next={ends[at]!()}
              key={at}
            >
              {each.text}
            </Choice>
          ),
        )}
      </Menu>
    </Response>
  ));
  return createApp({ flows: [flow('random', { levels: [menu, operator, ...ends] })] });
}

test('every call of every menu ends, where its choice says, and nothing that is said or pressed is in an address', async () => {
  await fc.assert(
    fc.asyncProperty(menus, acts, async (menu, script) => {
      const app = await appOf(menu);
      try {
        // Every document passes the checks of development, or the call would fail.
        const phone = await call(app, '/menu');
        let wrong = false;
        for (let at = 0; phone.ended === undefined && at < 200; at++) {
          const act = script[at % script.length]!;
          if (act === 'silence') await phone.wait();
          else if ('press' in act) {
            const isMenu = phone.document?.includes('__phase=answer');
            await phone.press(act.press);
            const chosen = menu.choices.findIndex(({ digit }) => digit === act.press);
            if (isMenu && chosen !== -1 && !isRepeat(menu.choices[chosen]!))
              wrong ||= phone.heard.at(-1)?.text !== `End ${chosen}.`;
          } else if (phone.asking?.element === 'GetInput') {
            const choice = menu.choices[act.say];
            await phone.say(`${choice?.says ?? 'nothing'}${act.say}`, { confidence: act.confidence });
          } else await phone.wait();
        }
        expect(wrong).toBe(false);
        expect(phone.ended?.name).toBe('Normal Hangup');
        expect(phone.requests.length).toBeLessThanOrEqual(mostRequests);
        for (const { path } of phone.requests)
          expect(path).toMatch(
            /^\/(?:menu|operator|end\/\d+)(?:\?__dialog=menu(?:&__noinput=\d)?(?:&__nomatch=\d)?&__phase=(?:answer|confirm)(?:&__repeats=\d)?)?$/,
          );
      } finally {
        await app.close();
      }
    }),
    { numRuns: 40 },
  );
});

test('every key of every menu leads to the level of its choice', async () => {
  await fc.assert(
    fc.asyncProperty(menus, async (menu) => {
      const app = await appOf(menu);
      try {
        for (const [at, choice] of menu.choices.entries()) {
          const phone = await call(app, '/menu');
          await phone.press(choice.digit);
          const isThere = phone.heard.at(-1)?.text === `End ${at}.`;
          expect([isThere, phone.requests.at(-1)?.path]).toEqual([
            !isRepeat(choice),
            '/menu?__dialog=menu&__phase=answer',
          ]);
        }
      } finally {
        await app.close();
      }
    }),
    { numRuns: 15 },
  );
});
