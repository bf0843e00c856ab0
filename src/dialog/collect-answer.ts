/**
 * What a `<Collect>` does with the keys: it reads a value, reads it back if asked to, and goes on with it.
 * @module
 */
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Node, Rendered } from '../../jsx-runtime/element.ts';
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { DialogState } from '../flow/dialog-state.ts';
import { session } from '../flow/session.ts';
import type { Context } from '../render/context.ts';
import { onValue } from '../render/promise.ts';
import { Only } from '../render/walk/replace-document.ts';
import { readAnswer } from './answer.ts';
import type { CollectProps } from './collect.ts';
import { rangeOf } from './digit-count.ts';
import { ask, askAgain, goTo, type Question } from './question.ts';
import { isYes, yesOrNo } from './yes-or-no.ts';

/** A `<Collect>` of one request. */
export interface Collecting<T> {
  readonly props: CollectProps<T>;
  readonly question: Question;
  readonly context: Context;
}

type Result<T> = StandardSchemaV1.Result<T>;

/** Answers the keys that a caller entered. */
export function answerCollect<T>(collect: Collecting<T>, state: DialogState): Rendered {
  const { question, props, context } = collect;
  const answer = readAnswer(context.call);
  if (answer.type === 'silence') return askAgain(question, state, 'noInput');
  const { min, max } = rangeOf(props.digits);
  if (answer.type !== 'keys' || answer.keys.length < min || answer.keys.length > max)
    return askAgain(question, state, 'noMatch');
  const { keys } = answer;
  return onValue(read(collect, keys), (result) => {
    if (result.issues !== undefined) return askAgain(question, state, 'noMatch');
    return props.readBack === undefined
      ? goOn(collect, result.value)
      : askWhetherRight(collect, state, keys, result.value);
  });
}

/** Readers of dates need the time of the call. It is made when one asks for it. */
const read = <T>({ props, context }: Collecting<T>, keys: string): Result<T> | Promise<Result<T>> =>
  props.read['~standard'].validate(keys, {
    libraryOptions: {
      get now() {
        return context.now;
      },
    },
  }) as Result<T> | Promise<Result<T>>;

function goOn<T>({ props, context }: Collecting<T>, value: T): Rendered {
  const kept = props.into?.set(context, value);
  const follow = () => (props.secret === true ? props.next : props.next(value));
  return kept === undefined ? onValue(follow(), goTo) : kept.then(() => onValue(follow(), goTo));
}

/** The keys that are read back: they are not in the address of the answer. */
const entered = session<{ readonly at: string; readonly keys: string }>('dialog.keys', { ttl: 600 });

const placeOf = ({ dialog }: DialogState, { level }: Context) => `${level} ${dialog}`;

async function askWhetherRight<T>(
  collect: Collecting<T>,
  state: DialogState,
  keys: string,
  value: T,
): Promise<Node> {
  await entered.set(collect.context, { at: placeOf(state, collect.context), keys });
  return jsx(Only, { children: ask(whetherRight(collect, value), state) });
}

const whetherRight = <T>({ question, props }: Collecting<T>, value: T): Question =>
  yesOrNo({
    ...question,
    phase: 'confirm',
    noMatch: undefined,
    prompt: props.readBack?.(value),
    timeout: props.timeout,
    isSpoken: false,
  });

/** Answers yes or no to the value that was read back. */
export async function confirmCollected<T>(collect: Collecting<T>, state: DialogState): Promise<Node> {
  const { question, context } = collect;
  const kept = await entered.get(context);
  // The session has expired: the caller did nothing wrong.
  if (kept?.at !== placeOf(state, context)) return askAgain(question, state, 'noInput', null);
  const result = await read(collect, kept.keys);
  if (result.issues !== undefined) return askAgain(question, state, 'noMatch');
  const answer = readAnswer(context.call);
  switch (isYes(answer, context)) {
    case true:
      // The keys stay until they expire: Plivo may deliver this answer again, and it means the same then.
      return goOn(collect, result.value);
    case false:
      return askAgain(question, state, 'noMatch', null);
    default: {
      const reason = answer.type === 'silence' ? 'noInput' : 'noMatch';
      return askAgain(whetherRight(collect, result.value), state, reason);
    }
  }
}
