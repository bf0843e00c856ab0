import type { InputType } from '../../webhook/plivo-enums.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { Params } from '../engine/requests.ts';
import type { Asking, InputRules } from '../engine/call-state.ts';
import type { Session } from '../engine/session.ts';
import { maskProfanity } from './profanity-filter.ts';
import { speechDuration } from './speech-duration.ts';
import type { Inputs } from '../engine/input.ts';
import { act, type Executor } from './executor.ts';
import { KeyInput } from './key-input.ts';
import { inputNames } from './play-prompt.ts';
import { playPrompts } from './play-prompts.ts';

type Attempt =
  { readonly digits: string } | { readonly speech: string; readonly confidence: number } | undefined;

/** Plays its prompts and takes keys or speech, whichever comes first. */
export const getInput: Executor = async (element, session) => {
  const values = new Values(element);
  const attempts = values.number('retries');
  const action = values.maybe('action');
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await new Ask(element, session, attempt, attempts).run();
    if (result === undefined) {
      session.emit('input', { element: 'GetInput', outcome: 'none', sent: false });
      continue;
    }
    const said = 'digits' in result ? { digits: result.digits } : { speech: result.speech };
    session.emit('input', { element: 'GetInput', outcome: 'given', ...said, sent: action !== undefined });
    return act(session, element, 'getinput-action', paramsOf(result));
  }
  return undefined;
};

function paramsOf(result: NonNullable<Attempt>): Params {
  return 'digits' in result
    ? {
        InputType: 'dtmf',
        Digits: result.digits,
        Speech: '',
        SpeechConfidenceScore: '',
        BilledAmount: '0.00000',
      }
    : {
        InputType: 'speech',
        Digits: '',
        Speech: result.speech,
        SpeechConfidenceScore: String(result.confidence),
        BilledAmount: '0.02000',
      };
}

function inputRules(values: Values, session: Session): InputRules {
  const hints = values.list('hints');
  return {
    inputTypes: (values.maybe('inputType') ?? session.assume.inputType).split(' ') as InputType[],
    keys: '1234567890*#',
    numDigits: values.number('numDigits'),
    finishOnKey: values.keys('finishOnKey'),
    language: values.text('language'),
    ...(hints.length === 0 ? {} : { hints }),
  };
}

/** One attempt. */
class Ask {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #attempt: number;
  readonly #attempts: number;
  readonly #rules: InputRules;
  readonly #keys: KeyInput;

  constructor(element: XmlElement, session: Session, attempt: number, attempts: number) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#attempt = attempt;
    this.#attempts = attempts;
    this.#rules = inputRules(this.#values, session);
    this.#keys = new KeyInput(this.#rules);
  }

  async run(): Promise<Attempt> {
    const session = this.#session;
    const interruption = await playPrompts(this.#element, session, this.#rules);
    const limit = this.#values.number('executionTimeout');
    const ends = session.clock.now + limit;
    const first = this.#values.maybeNumber('startInputTimeout');
    const timeout = first !== undefined && session.assume.startInputTimeout ? Math.min(first, limit) : limit;
    if (interruption === undefined) {
      const { inputTypes, keys, numDigits, finishOnKey } = this.#rules;
      const rules = { inputTypes, keys, numDigits, finishOnKey };
      const attempts = { attempt: this.#attempt, attempts: this.#attempts };
      session.emit('ask', { element: 'GetInput', ...rules, timeout, ...attempts });
    }
    if (interruption?.type === 'speech') return this.#speech(interruption);
    if (interruption?.type === 'keys') this.#press(interruption.keys);
    while (!this.#keys.isFinished) {
      const left = ends - session.clock.now;
      const begun = this.#keys.typed !== '';
      const names = begun ? (['keys'] as const) : inputNames(this.#rules);
      const heard = await session.waitForInput(
        {
          seconds: begun ? Math.min(this.#seconds('digitEndTimeout'), left) : timeout,
          needsCaller: true,
          state: (until) => this.#state(until),
        },
        ...names,
      );
      if (heard === undefined) break;
      if (heard.type === 'speech') return this.#speech(heard);
      this.#press(heard.keys);
    }
    if (this.#keys.typed !== '') return { digits: this.#keys.typed };
    return this.#keys.isFinished && session.assume.finishOnKeyAlone === 'submitted'
      ? { digits: '' }
      : undefined;
  }

  #state(until: number): Asking {
    return {
      type: 'asking',
      element: 'GetInput',
      ...this.#rules,
      typed: this.#keys.typed,
      attempt: this.#attempt,
      attempts: this.#attempts,
      until,
    };
  }

  /** A timeout in seconds; `auto` is an assumption. */
  #seconds(name: 'digitEndTimeout' | 'speechEndTimeout'): number {
    const written = Number(this.#values.text(name));
    if (!Number.isNaN(written)) return written;
    const { digitEndTimeoutAuto, speechEndTimeoutAuto } = this.#session.assume;
    return name === 'digitEndTimeout' ? digitEndTimeoutAuto : speechEndTimeoutAuto;
  }

  #press(pressed: string): void {
    const dropped = this.#keys.take(pressed);
    this.#session.emit('press', { keys: pressed, by: 'ALeg', ...(dropped === '' ? {} : { dropped }) });
  }

  async #speech({ text, confidence = 0.9, seconds }: Inputs['speech']): Promise<Attempt> {
    const session = this.#session;
    session.emit('say', { text });
    const speech = this.#values.flag('profanityFilter') ? maskProfanity(text) : text;
    await this.#interim(speech, seconds ?? speechDuration(text, this.#values.text('language')));
    await session.passTime(this.#seconds('speechEndTimeout'), 'GetInput');
    return { speech, confidence };
  }

  /** Sends interim results half-way and at the end of what is said. */
  async #interim(speech: string, seconds: number): Promise<void> {
    const session = this.#session;
    const url = this.#values.maybe('interimSpeechResultsCallback');
    if (url === undefined) return session.passTime(seconds, 'GetInput');
    const words = speech.split(' ');
    const half = words.slice(0, Math.ceil(words.length / 2)).join(' ');
    const method = this.#values.text('interimSpeechResultsCallbackMethod');
    const parts = [
      { StableSpeech: '', UnstableSpeech: half, Stability: '0.5', SequenceNumber: '0' },
      { StableSpeech: speech, UnstableSpeech: '', Stability: '0.9', SequenceNumber: '1' },
    ];
    for (const part of parts) {
      await session.passTime(seconds / 2, 'GetInput');
      await session.requests.notify('getinput-interim', url, method, part);
    }
  }
}
