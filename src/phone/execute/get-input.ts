import type { InputType } from '../../call/words.ts';
import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { masked } from './profanity-filter.ts';
import { secondsOf } from './speech-duration.ts';
import type { Stimuli } from '../engine/input.ts';
import { act, type Executor } from './executor.ts';
import { Keys } from './key-input.ts';
import { prompts } from './prompts.ts';

type Attempt =
  { readonly digits: string } | { readonly speech: string; readonly confidence: number } | undefined;

/** Says its prompts and takes keys or speech, whichever comes first. */
export const getInput: Executor = async (element, session) => {
  const values = new Values(element);
  const attempts = values.number('retries');
  const action = values.maybe('action');
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const result = await new Ask(element, session, attempt, attempts).run();
    if (result === undefined) {
      session.tell('input', { element: 'GetInput', outcome: 'none', sent: false });
      continue;
    }
    const said = 'digits' in result ? { digits: result.digits } : { speech: result.speech };
    session.tell('input', { element: 'GetInput', outcome: 'given', ...said, sent: action !== undefined });
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

/** One attempt. */
class Ask {
  readonly #element: XmlElement;
  readonly #session: Session;
  readonly #values: Values;
  readonly #attempt: number;
  readonly #attempts: number;
  readonly #takes: readonly InputType[];
  readonly #keys: Keys;

  constructor(element: XmlElement, session: Session, attempt: number, attempts: number) {
    this.#element = element;
    this.#session = session;
    this.#values = new Values(element);
    this.#attempt = attempt;
    this.#attempts = attempts;
    this.#takes = (this.#values.maybe('inputType') ?? session.assume.inputType).split(' ') as InputType[];
    this.#keys = new Keys(this.#rules);
  }

  get #rules() {
    return { finishOnKey: this.#values.keys('finishOnKey'), numDigits: this.#values.number('numDigits') };
  }

  async run(): Promise<Attempt> {
    const session = this.#session;
    const wanted = this.#takes.map((kind) => (kind === 'dtmf' ? 'keys' : 'speech') as 'keys' | 'speech');
    const interruption = await prompts(this.#element, session, wanted);
    const limit = this.#values.number('executionTimeout');
    const ends = session.line.now + limit;
    const first = this.#values.maybeNumber('startInputTimeout');
    const timeout = first !== undefined && session.assume.startInputTimeout ? Math.min(first, limit) : limit;
    if (interruption === undefined) {
      const { language: _, until: __, state: ___, typed: ____, ...asked } = this.#standing(0);
      session.tell('ask', { ...asked, timeout });
    }
    if (interruption?.type === 'speech') return this.#speech(interruption);
    if (interruption?.type === 'keys') this.#press(interruption.keys);
    while (!this.#keys.isFinished) {
      const left = ends - session.line.now;
      const begun = this.#keys.typed !== '';
      const names = begun ? (['keys'] as const) : wanted;
      const heard = await session.hear(
        {
          seconds: begun ? Math.min(this.#seconds('digitEndTimeout'), left) : timeout,
          needsCaller: true,
          standing: (until) => this.#standing(until),
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

  #standing(until: number) {
    return {
      state: 'asking' as const,
      element: 'GetInput' as const,
      takes: this.#takes,
      keys: '1234567890*#',
      ...this.#rules,
      typed: this.#keys.typed,
      attempt: this.#attempt,
      attempts: this.#attempts,
      language: this.#values.text('language'),
      until,
    };
  }

  /** `auto` is what the phone assumes. */
  #seconds(name: 'digitEndTimeout' | 'speechEndTimeout'): number {
    const written = Number(this.#values.text(name));
    if (!Number.isNaN(written)) return written;
    const { digitEndTimeoutAuto, speechEndTimeoutAuto } = this.#session.assume;
    return name === 'digitEndTimeout' ? digitEndTimeoutAuto : speechEndTimeoutAuto;
  }

  #press(pressed: string): void {
    const dropped = this.#keys.take(pressed);
    this.#session.tell('press', { keys: pressed, by: 'ALeg', ...(dropped === '' ? {} : { dropped }) });
  }

  async #speech({ text, confidence = 0.9, seconds }: Stimuli['speech']): Promise<Attempt> {
    const session = this.#session;
    session.tell('say', { text });
    const speech = this.#values.flag('profanityFilter') ? masked(text) : text;
    await this.#interim(speech, seconds ?? secondsOf(text, this.#values.text('language')));
    await session.pass(this.#seconds('speechEndTimeout'), 'GetInput');
    return { speech, confidence };
  }

  /** What is understood so far, half-way and at the end. */
  async #interim(speech: string, seconds: number): Promise<void> {
    const session = this.#session;
    const url = this.#values.maybe('interimSpeechResultsCallback');
    if (url === undefined) return session.pass(seconds, 'GetInput');
    const words = speech.split(' ');
    const half = words.slice(0, Math.ceil(words.length / 2)).join(' ');
    const method = this.#values.text('interimSpeechResultsCallbackMethod');
    const parts = [
      { StableSpeech: '', UnstableSpeech: half, Stability: '0.5', SequenceNumber: '0' },
      { StableSpeech: speech, UnstableSpeech: '', Stability: '0.9', SequenceNumber: '1' },
    ];
    for (const part of parts) {
      await session.pass(seconds / 2, 'GetInput');
      await session.requests.notify('getinput-interim', url, method, part);
    }
  }
}
