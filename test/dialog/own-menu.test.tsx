import { expect, test } from 'vitest';
import {
  expandChildren,
  flow,
  Forward,
  GetDigits,
  level,
  Only,
  Response,
  Speak,
  WithContext,
  type Context,
  type Link,
  type Node,
} from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';
import { holdKey, staySilent } from './asking.tsx';

/** An option of a survey: an answer that is said after its key. */
const Answer = ({ children }: { digit: string; next: Link; children: string }) => <Speak>{children}</Speak>;

/** Asks a question twice at most. It is a dialog of its own, made of public names. */
async function Survey(props: { question: string; otherwise: Link; children: Node }, context: Context) {
  const { enterDialog, postBack, call } = context;
  if (enterDialog === undefined || postBack === undefined)
    throw new Error('<Survey> needs a level of a flow.');
  const state = enterDialog('Survey');
  const { children, found } = await expandChildren(props.children, context, [Answer]);

  const ask = (lead: string, noMatch: number) => (
    <>
      <GetDigits action={postBack({ ...state, phase: 'answer', noMatch })} numDigits={1} finishOnKey="none">
        <Speak>{lead + props.question}</Speak>
        <>{children}</>
      </GetDigits>
      <Forward to={props.otherwise} />
    </>
  );
  if (state.phase !== 'answer') return ask('', 0);

  const answer = found.find(({ element }) => element.props['digit'] === call?.digits);
  if (answer === undefined) context.noMatch?.();
  if (answer === undefined && state.noMatch === 0) return <Only>{ask('Once more: ', 1)}</Only>;
  const next = answer?.element.props['next'] ?? props.otherwise;
  const { language } = answer?.context ?? context;
  return (
    <WithContext values={{ language }}>
      <Only>
        <Forward to={next as Link} />
      </Only>
    </WithContext>
  );
}

const good = level('/good', () => (
  <Response>
    <Speak>We are glad.</Speak>
  </Response>
));
const bye = level('/bye', () => (
  <Response>
    <Speak>Goodbye.</Speak>
  </Response>
));
const survey = level('/survey', () => (
  <Response>
    <Speak>Thank you for calling.</Speak>
    <Survey question="Did we help you?" otherwise={bye()}>
      <Answer digit="1" next={good()}>
        For yes, press 1.
      </Answer>
      <Answer digit="2" next={bye()}>
        For no, press 2.
      </Answer>
    </Survey>
  </Response>
));
const app = createApp({ flows: [flow('survey', { levels: [survey, good, bye] })] });

test('a dialog of one’s own needs public names only', async () => {
  const phone = await call(await app, '/survey');
  await phone.press('7');
  await phone.press('1');
  expect(phone.heard.map(({ text }) => text)).toEqual([
    'Thank you for calling.',
    'Did we help you?',
    'For yes, press 1.',
    'For no, press 2.',
    'Once more: Did we help you?',
    'For yes, press 1.',
    'For no, press 2.',
    'We are glad.',
  ]);
  expect(phone.requests.map(({ path }) => path)).toEqual([
    '/survey',
    '/survey?__dialog=survey&__phase=answer',
    '/survey?__dialog=survey&__nomatch=1&__phase=answer',
  ]);
});

test('and strands nobody, if it counts', async () => {
  const silent = await call(await app, '/survey');
  expect(await staySilent(silent)).toBe(1);
  const stuck = await call(await app, '/survey');
  expect(await holdKey(stuck, '9')).toBe(2);
  for (const phone of [silent, stuck]) expect(phone.heard.at(-1)?.text).toBe('Goodbye.');
});
