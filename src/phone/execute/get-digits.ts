import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import { addressOf } from '../http/address.ts';
import type { Session } from '../engine/session.ts';
import { act, type Executor } from './executor.ts';
import { Keys } from './key-input.ts';
import { audioLength } from './prompt.ts';
import { prompts } from './prompts.ts';

/** What came of one attempt. */
type Attempt =
  { readonly outcome: 'given' | 'invalid'; readonly digits: string } | { readonly outcome: 'none' };

/** Says its prompts and collects keys, `retries` times at most. */
export const getDigits: Executor = async (element, session) => {
  const values = new Values(element);
  const attempts = values.number('retries');
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await tryOnce(element, session, attempt);
    const action = values.maybe('action');
    const isSent = result.outcome === 'given' && action !== undefined;
    session.tell('input', { element: 'GetDigits', ...result, sent: isSent });
    if (result.outcome === 'given')
      return act(session, element, 'getdigits-action', { Digits: result.digits });
    if (result.outcome === 'invalid') await invalidSound(values.maybe('invalidDigitsSound'), session);
  }
  return undefined;
};

async function tryOnce(element: XmlElement, session: Session, attempt: number): Promise<Attempt> {
  const values = new Values(element);
  const rules = { finishOnKey: values.keys('finishOnKey'), numDigits: values.number('numDigits') };
  const validDigits = values.text('validDigits');
  const keys = new Keys(rules);
  const press = (pressed: string) => {
    const dropped = keys.take(pressed);
    session.tell('press', { keys: pressed, by: 'ALeg', ...(dropped === '' ? {} : { dropped }) });
  };

  const interruption = await prompts(element, session, ['keys']);
  const timeout = values.number('timeout');
  if (interruption?.type === 'keys') press(interruption.keys);
  else {
    if (values.flag('playBeep')) session.tell('beep', { of: 'GetDigits' });
    const attempts = values.number('retries');
    session.tell('ask', {
      element: 'GetDigits',
      takes: ['dtmf'],
      keys: validDigits,
      ...rules,
      timeout,
      attempt,
      attempts,
    });
  }
  while (!keys.isFinished) {
    const seconds = keys.typed === '' ? timeout : values.number('digitTimeout');
    const pressed = await session.hear(
      {
        seconds,
        needsCaller: true,
        standing: (until) => ({
          state: 'asking',
          element: 'GetDigits',
          takes: ['dtmf'],
          keys: validDigits,
          ...rules,
          typed: keys.typed,
          attempt,
          attempts: values.number('retries'),
          until,
        }),
      },
      'keys',
    );
    if (pressed === undefined) break;
    press(pressed.keys);
  }
  if (keys.typed === '') {
    const isEmptyInput = keys.isFinished && session.assume.finishOnKeyAlone === 'submitted';
    return isEmptyInput ? { outcome: 'given', digits: '' } : { outcome: 'none' };
  }
  const isValid = [...keys.typed].every((key) => validDigits.includes(key));
  return { outcome: isValid ? 'given' : 'invalid', digits: keys.typed };
}

async function invalidSound(url: string | undefined, session: Session): Promise<void> {
  const address = url === undefined ? undefined : addressOf(session, url);
  if (address === undefined) return;
  session.tell('play', { url: address });
  await session.pass(audioLength(address, session), 'Play');
}
