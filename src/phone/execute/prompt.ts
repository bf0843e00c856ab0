/**
 * What is heard: Speak, Play and Wait, alone or as prompts of an ask.
 * @module
 */
import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import { pollyVoices } from '../../elements/languages.ts';
import { wholeMilliseconds } from '../engine/virtual-clock.ts';
import type { Session } from '../engine/session.ts';
import { plainWords } from './spoken-text.ts';
import type { Stimulus, StimulusName } from '../engine/input.ts';

/** Plivo's engine ends an endless prompt after so many rounds. */
const mostRounds = 10_000;

type Interruption = Stimulus | undefined;

/** Says, plays or waits; gives what interrupted it. */
export async function prompt(
  element: XmlElement,
  session: Session,
  interruptedBy: readonly StimulusName[] = [],
): Promise<Interruption> {
  const { seconds, tell } = await sound(element, session);
  const name = element.name as 'Speak' | 'Play' | 'Wait';
  const loop = name === 'Wait' ? 1 : new Values(element).number('loop');
  const rounds = Math.min(loop, mostRounds);
  const begun = session.line.now;
  const pass = (length: number, isEndless: boolean) =>
    session.hear(
      {
        seconds: length,
        needsCaller: isEndless,
        standing: (until) =>
          isEndless && name !== 'Wait'
            ? { state: 'endless', element: name, until }
            : { state: 'busy', element: name, until },
      },
      ...interruptedBy,
    );
  let interruption: Interruption;
  for (let round = 0; interruption === undefined && round < Math.max(1, rounds); round++) {
    tell();
    interruption = await pass(seconds, false);
  }
  // What repeats for ever is told once, or it would fill the memory.
  if (interruption === undefined && loop === 0) interruption = await pass(seconds * (mostRounds - 1), true);
  if (interruption !== undefined) {
    session.tell('interrupt', { element: name, heard: wholeMilliseconds(session.line.now - begun) });
  }
  return interruption;
}

interface Sound {
  readonly seconds: number;
  readonly tell: () => void;
}

async function sound(element: XmlElement, session: Session): Promise<Sound> {
  const values = new Values(element);
  if (element.name === 'Speak') return speech(element, session);
  if (element.name === 'Wait') {
    const seconds = values.number('length');
    return { seconds, tell: () => session.tell('pause', { seconds }) };
  }
  const url = element.text;
  if (session.assume.fetchAudio && !(await session.requests.hasAudio(url))) {
    session.warn(
      'The file of a <Play> cannot be fetched, so nothing is heard of it.',
      'check its address.',
      element,
    );
    return { seconds: 0, tell: () => {} };
  }
  const seconds = audioLength(url, session);
  return { seconds, tell: () => session.tell('play', { url }) };
}

/** How long an audio file lasts, in seconds, as far as that is assumed. */
export function audioLength(url: string, { assume: { audioSeconds } }: Session): number {
  return typeof audioSeconds === 'number' ? audioSeconds : audioSeconds(url);
}

function speech(element: XmlElement, session: Session): Sound {
  const voice = new Values(element).text('voice');
  const language = element.attributes['language'] ?? languageOf(voice);
  const { text, seconds } = plainWords(element, language);
  if (text.length > 3000) {
    session.warn(
      'A <Speak> has more than 3,000 characters.',
      'say less, or spread it over several <Speak>.',
      element,
    );
  }
  if (text === '') {
    session.warn('A <Speak> says nothing.', 'write a text between its tags, or remove it.', element);
    return { seconds: 0, tell: () => {} };
  }
  return { seconds, tell: () => session.tell('speak', { text, language, voice }) };
}

/** The language of a voice that is named without one. */
function languageOf(voice: string): string {
  const name = voice.replace(/^Polly\./, '');
  const [language] = Object.entries(pollyVoices).find(([, names]) => names.includes(name)) ?? [];
  return voice.startsWith('Polly.') ? (language ?? 'en-US') : 'en-US';
}

/** What is heard of a document of sounds while something else goes on, such as ringing: it is told, and takes no time. */
export async function hearAside(elements: readonly XmlElement[], session: Session): Promise<void> {
  for (const element of elements) (await sound(element, session)).tell();
}

/** How long a document of sounds lasts that only others hear. */
export async function lengthOf(elements: readonly XmlElement[], session: Session): Promise<number> {
  let seconds = 0;
  for (const element of elements) seconds += (await sound(element, session)).seconds;
  return seconds;
}
