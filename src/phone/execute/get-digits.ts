import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { InputRules } from '../engine/call-state.ts';
import { addressOf } from '../http/address.ts';
import type { Session } from '../engine/session.ts';
import { act, type Executor } from './executor.ts';
import { KeyInput } from './key-input.ts';
import { audioDuration } from './play-prompt.ts';
import { playPrompts } from './play-prompts.ts';

/** The result of one attempt. */
type Attempt =
  { readonly outcome: 'given' | 'invalid'; readonly digits: string } | { readonly outcome: 'none' };

/** Plays its prompts and collects keys, at most `retries` times. */
export const getDigits: Executor = async (element, session) => {
  const values = new Values(element);
  const attempts = values.number('retries');
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await tryOnce(element, session, attempt);
    const action = values.maybe('action');
    const isSent = result.outcome === 'given' && action !== undefined;
    session.emit('input', { element: 'GetDigits', ...result, sent: isSent });
    if (result.outcome === 'given')
      return act(session, element, 'getdigits-action', { Digits: result.digits });
    if (result.outcome === 'invalid') await invalidSound(values.maybe('invalidDigitsSound'), session);
  }
  return undefined;
};

async function tryOnce(element: XmlElement, session: Session, attempt: number): Promise<Attempt> {
  const values = new Values(element);
  const validDigits = values.validKeys('validDigits');
  const rules: InputRules = {
    inputTypes: ['dtmf'],
    keys: validDigits,
    numDigits: values.number('numDigits'),
    finishOnKey: values.keys('finishOnKey'),
  };
  const attempts = values.number('retries');
  const keys = new KeyInput(rules);
  const press = (pressed: string) => {
    const dropped = keys.take(pressed);
    session.emit('press', { keys: pressed, by: 'ALeg', ...(dropped === '' ? {} : { dropped }) });
  };

  const interruption = await playPrompts(element, session, rules);
  const timeout = values.number('timeout');
  if (interruption?.type === 'keys') press(interruption.keys);
  else {
    if (values.flag('playBeep')) session.emit('beep', { of: 'GetDigits' });
    session.emit('ask', { element: 'GetDigits', ...rules, timeout, attempt, attempts });
  }
  while (!keys.isFinished) {
    const seconds = keys.typed === '' ? timeout : values.number('digitTimeout');
    const pressed = await session.waitForInput(
      {
        seconds,
        needsCaller: true,
        state: (until) => ({
          type: 'asking',
          element: 'GetDigits',
          ...rules,
          typed: keys.typed,
          attempt,
          attempts,
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
  session.emit('play', { url: address });
  await session.passTime(audioDuration(address, session), 'Play');
}
