/**
 * `<Collect>`: asks for keys, and reads a value from them.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Rendered } from '../../jsx-runtime/element.ts';
import type { Link } from '../elements/url.ts';
import type { Session } from '../flow/session.ts';
import type { Context } from '../render/context.ts';
import { assertLinks } from './assert-links.ts';
import { answerCollect, confirmCollected } from './collect-answer.ts';
import { rangeOf, type DigitCount } from './digit-count.ts';
import { inputElement } from './input-element.ts';
import { speak, type Escalation } from './prompt.ts';
import { ask, enter, triesOf, type Question, type QuestionProps } from './question.ts';
import type { Prompt } from './say.ts';

/** A schema that makes a value of the keys that a caller pressed, by any library that follows Standard Schema. */
export type TextReader<T> = StandardSchemaV1<string, T> | StandardSchemaV1<unknown, T>;

/** The props of {@link Collect} that do not depend on what is done with the value. */
interface CollectBase<T> extends QuestionProps {
  /** How many keys the caller enters, from 1 to 99. With a range, `terminator` ends the input. */
  readonly digits: DigitCount;
  /** Makes a value of the keys; what it rejects is asked again. */
  readonly read: TextReader<T>;
  /** What the caller hears before the question when the keys were rejected; a list escalates. Default: the question alone. */
  readonly invalid?: Escalation | undefined;
  /** The key that ends the input. Default: `#`; `none` for a fixed number of keys. */
  readonly terminator?: '#' | '*' | 'none' | undefined;
  /** The longest pause between two keys, in seconds. Default: 3. */
  readonly digitTimeout?: number | undefined;
  /** What the caller hears. */
  readonly children?: Prompt;
}

/** A value that may be read back and travel on. */
interface CollectPlain<T> extends CollectBase<T> {
  readonly secret?: false | undefined;
  /** Where the call goes on with the value. */
  readonly next: (value: T) => Link | Promise<Link>;
  /** What is said to let the caller confirm the value with key 1. Default: the value is not confirmed. */
  readonly readBack?: ((value: T) => Prompt) | undefined;
  /** Where the value is kept as well. Default: nowhere. */
  readonly into?: Session<T> | undefined;
}

/** A value that stays in the session of the call. */
interface CollectSecret<T> extends CollectBase<T> {
  /** The keys are kept out of URLs, of our log and of Plivo's, and are not read back. */
  readonly secret: true;
  /** Where the value is kept. */
  readonly into: Session<T>;
  /** Where the call goes on. */
  readonly next: Link;
  readonly readBack?: undefined;
}

/** The props of {@link Collect}. */
export type CollectProps<T> = CollectPlain<T> | CollectSecret<T>;

/** A pause between two digits that people read from a card or a letter. */
const usualDigitTimeout = 3;

/**
 * Asks for several keys, such as a date or a PIN. They are posted back to the level of the question and read by a schema; what
 * the schema rejects is asked again, three times in all.
 *
 * @throws {@link PlivoJsxError} `E_DIALOG_PROP`, or `E_DIALOG` outside a flow
 * @example
 * ```tsx
 * import { Collect, level, Response, Speak } from 'plivo-jsx';
 * import * as z from 'zod';
 *
 * const goodbye = level('/goodbye', () => (
 *   <Response>
 *     <Speak>Goodbye.</Speak>
 *   </Response>
 * ));
 * const order = level('/order', { params: z.object({ id: z.string() }) }, ({ params }) => (
 *   <Response>
 *     <Speak>Order {params.id} is on its way.</Speak>
 *   </Response>
 * ));
 * export const ask = level('/ask', () => (
 *   <Response>
 *     <Collect digits={6} read={z.string().length(6)} onGiveUp={goodbye()} next={(id) => order({ id })}>
 *       Please enter the six digits of your order.
 *     </Collect>
 *   </Response>
 * ));
 * ```
 */
export function Collect<T>(props: CollectProps<T>, context: Context): Rendered {
  const state = enter(context, 'Collect', props.name);
  assertLinks('Collect', { onGiveUp: props.onGiveUp });
  const collect = { props, question: questionOf(props, context), context };
  if (state.phase === 'answer') return answerCollect(collect, state);
  return state.phase === 'confirm' ? confirmCollected(collect, state) : ask(collect.question, state);
}

function questionOf<T>(props: CollectProps<T>, context: Context): Question {
  const { digits, terminator, digitTimeout = usualDigitTimeout, timeout, secret, onGiveUp } = props;
  const { noInput, invalid, children } = props;
  const { min, max } = rangeOf(digits);
  const options = {
    timeout,
    digitTimeout,
    words: [],
    numDigits: max,
    finishOnKey: terminator ?? (min === max ? 'none' : '#'),
    log: secret === true ? (false as const) : undefined,
  };
  return {
    component: 'Collect',
    phase: 'answer',
    tries: triesOf('Collect', props),
    onGiveUp,
    noInput,
    noMatch: invalid,
    context,
    prompts: () => speak(children),
    input: () => inputElement(options, context),
  };
}
