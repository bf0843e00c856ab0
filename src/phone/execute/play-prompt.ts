/**
 * Speak, Play and Wait, alone or as prompts of GetDigits and GetInput.
 * @module
 */
import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import { pollyVoices } from '../../elements/languages.ts';
import { roundToMilliseconds } from '../engine/virtual-clock.ts';
import type { Session } from '../engine/session.ts';
import { spokenText } from './spoken-text.ts';
import type { InputRules } from '../engine/call-state.ts';
import type { EventFields } from '../engine/events.ts';
import type { Input } from '../engine/input.ts';

/** Plivo's engine ends an endless prompt after this many rounds. */
const maxRounds = 10_000;

/** An input that can interrupt a prompt. */
export type PromptInput = Extract<Input, { readonly type: 'keys' | 'speech' }>;

/** Speaks, plays or waits, and returns the input that interrupted it. */
export async function playPrompt(
  element: XmlElement,
  session: Session,
  interruptedBy?: InputRules,
): Promise<PromptInput | undefined> {
  const { seconds, emit, loop } = await sound(element, session);
  const name = element.name as 'Speak' | 'Play' | 'Wait';
  const rounds = Math.min(loop, maxRounds);
  const begun = session.clock.now;
  const interrupts = interruptedBy === undefined ? {} : { interruptedBy };
  const pass = (length: number, isEndless: boolean) =>
    session.waitForInput(
      {
        seconds: length,
        needsCaller: isEndless,
        state: (until) =>
          isEndless && name !== 'Wait'
            ? { type: 'endless', element: name, ...interrupts, until }
            : { type: 'busy', element: name, ...interrupts, until },
      },
      ...inputNames(interruptedBy),
    );
  let interruption: PromptInput | undefined;
  for (let left = Math.max(1, rounds); interruption === undefined && left > 0;) {
    const together = emitRounds(emit, left, session);
    interruption = await pass(seconds * together, false);
    left -= together;
  }
  // An endless prompt emits one event, because one event for each round would fill the memory.
  if (interruption === undefined && loop === 0) interruption = await pass(seconds * (maxRounds - 1), true);
  if (interruption !== undefined) {
    session.emit('interrupt', { element: name, heard: roundToMilliseconds(session.clock.now - begun) });
  }
  return interruption;
}

/** The inputs that an element with these rules accepts. */
export const inputNames = (rules?: InputRules): readonly PromptInput['type'][] =>
  (rules?.inputTypes ?? []).map((type) => (type === 'dtmf' ? 'keys' : 'speech'));

/** Emits a round of a prompt, and returns how many rounds pass now: all that are left, once they become no events. */
function emitRounds(emit: () => void, left: number, session: Session): number {
  if (!session.isHeard()) return left;
  emit();
  return 1;
}

interface Sound {
  /** The length of one round. */
  readonly seconds: number;
  readonly emit: () => void;
  /** The number of rounds; 0 is without end. */
  readonly loop: number;
  /** What is heard; missing when nothing is. */
  readonly heard?: EventFields['speak'] | EventFields['play'];
}

/** The sound of a prompt that nobody hears, however often it is repeated. */
const nothing: Sound = { seconds: 0, loop: 1, emit: () => {} };

async function sound(element: XmlElement, session: Session): Promise<Sound> {
  const values = new Values(element);
  const loop = values.number('loop');
  if (element.name === 'Speak') return speech(element, session);
  if (element.name === 'Wait') {
    const seconds = values.number('length');
    return { seconds, loop: 1, emit: () => session.emit('pause', { seconds }) };
  }
  const url = element.text;
  if (session.assume.fetchAudio && !(await session.requests.hasAudio(url))) {
    session.warn(
      'The file of a <Play> cannot be fetched, so nothing is heard of it.',
      'check its address.',
      element,
    );
    return nothing;
  }
  const seconds = audioDuration(url, session);
  return { seconds, loop, emit: () => session.emit('play', { url }), heard: { url } };
}

/** The length of an audio file, in seconds, from the assumption `audioSeconds`. */
export function audioDuration(url: string, { assume: { audioSeconds } }: Session): number {
  return typeof audioSeconds === 'number' ? audioSeconds : audioSeconds(url);
}

function speech(element: XmlElement, session: Session): Sound {
  const voice = new Values(element).text('voice');
  const language = element.attributes['language'] ?? languageOf(voice);
  const { text, seconds } = spokenText(element, language);
  if (text.length > 3000) {
    session.warn(
      'A <Speak> has more than 3,000 characters.',
      'say less, or spread it over several <Speak>.',
      element,
    );
  }
  if (text === '') {
    session.warn('A <Speak> says nothing.', 'write a text between its tags, or remove it.', element);
    return nothing;
  }
  const heard = { text, language, voice };
  const loop = new Values(element).number('loop');
  return { seconds, loop, emit: () => session.emit('speak', heard), heard };
}

/** The language of a voice for which none is written. */
export function languageOf(voice: string): string {
  const name = voice.replace(/^Polly\./, '');
  const [language] = Object.entries(pollyVoices).find(([, names]) => names.includes(name)) ?? [];
  return voice.startsWith('Polly.') ? (language ?? 'en-US') : 'en-US';
}

/** Emits the prompts of a document that are heard during something else, such as ringing. They take no call time. */
export async function emitAside(elements: readonly XmlElement[], session: Session): Promise<void> {
  for (const element of elements) (await sound(element, session)).emit();
}

/** Plays a prompt that only a leg of a Dial hears, and returns what the leg answers to it. */
export async function playWhisper<Answer>(
  element: XmlElement,
  session: Session,
  leg: string,
  listen: (seconds: number) => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  const { seconds, heard, loop } = await sound(element, session);
  const emit = () => void (heard !== undefined && session.emit('whisper', { leg, ...heard }));
  let answer: Answer | undefined;
  for (let left = Math.max(1, loop); answer === undefined && left > 0;) {
    const together = emitRounds(emit, left, session);
    // A prompt without end is emitted once.
    answer = await listen(loop === 0 ? Infinity : seconds * together);
    left -= together;
  }
  return answer;
}
