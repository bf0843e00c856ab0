/**
 * Explores one document: every pause in it, everything that can be done there, and what comes of it.
 * @module
 */
import type { NextDocument } from '../phone/engine/requests.ts';
import { roundToMilliseconds } from '../phone/engine/virtual-clock.ts';
import type { CallState, PhoneEvent, PromptName } from '../phone/index.ts';
import { maskNumbers } from '../phone/transcript.ts';
import { endOf } from './end-of.ts';
import type { Carried, Edge, End, NeverRuns, Pause, SpokenText } from './graph.ts';
import type { NextRequest } from './next-request.ts';
import { runDocument, type AskForSounds, type DocumentRun } from './run-document.ts';
import type { Try } from './samples.ts';
import type { CallSettings } from './settings.ts';
import { triesIn } from './tries.ts';

/** What comes of something that is done in a document. */
export interface Step extends Pick<Edge, 'does' | 'words' | 'heard' | 'spoken' | 'seconds' | 'messages'> {
  readonly pause: number | undefined;
  /** As of a script, from the beginning of the document. */
  readonly allWords: string;
  readonly during: PromptName | undefined;
  readonly notices: readonly NextRequest[];
  readonly carried: Carried;
  readonly to:
    | { readonly type: 'pause'; readonly pause: number }
    | { readonly type: 'next'; readonly request: NextRequest }
    | End;
}

/** All of a document. */
export interface Expansion {
  readonly pauses: readonly Pause[];
  readonly steps: readonly Step[];
  readonly isCut: boolean;
  readonly neverRuns: NeverRuns | undefined;
}

/** The most pauses of one document. More than twenty questions that follow one another are no menu. */
const mostPauses = 64;

/** When a prompt is interrupted, in seconds from its beginning; the shortest one is longer. */
const earlyAfter = 0.2;

/**
 * Explores a document.
 *
 * @param canBeEarly whether a script that leads here can say when the document begins
 */
export async function expand(
  document: NextDocument,
  carried: Carried,
  canBeEarly: boolean,
  call: CallSettings,
  askForSounds: AskForSounds,
): Promise<Expansion> {
  const pauses: Pause[] = [];
  const known = new Map<string, number>();
  const steps: Step[] = [];
  let isCut = false;
  let last = -1;

  /** The number of the pause in which a run stopped. */
  const pauseOf = ({ state, element, events }: DocumentRun, words: string): number => {
    const isSpoken = hasSpoken(state, events);
    const place = `${element?.line}:${element?.column}`;
    const key = JSON.stringify([place, isSpoken, { ...state, until: 0, limit: 0 }]);
    const old = known.get(key);
    if (old !== undefined) return old;
    const id = pauses.length;
    known.set(key, id);
    const waits = state.type as Pause['waits'];
    pauses.push({
      id,
      waits,
      element: element?.name ?? '',
      line: element?.line ?? 1,
      state,
      isSpoken,
      words,
    });
    return id;
  };

  const take = async (pause: Pause | undefined, { words, does }: Try): Promise<void> => {
    const allWords = [pause?.words, words].filter((each) => each !== undefined && each !== '').join(' ');
    const run = await runDocument(document, carried, allWords, call, askForSounds);
    const { state, next, events, before, at } = run;
    // They are executed in order, so those before it were executed too.
    if (run.element !== undefined) last = Math.max(last, document.root.children.indexOf(run.element));
    const now = events.slice(before);
    steps.push({
      pause: pause?.id,
      does,
      words,
      allWords,
      heard: heardIn(now),
      spoken: spokenIn(now),
      seconds: roundToMilliseconds(at.end - at.before),
      messages: now.filter(({ event }) => event === 'message').length,
      during: duringOf(now),
      notices: run.notices,
      carried: run.carried,
      to:
        next !== undefined
          ? { type: 'next', request: next }
          : state.type === 'ended'
            ? endOf(state, events)
            : { type: 'pause', pause: pauseOf(run, allWords) },
    });
  };

  await take(undefined, { words: '', does: 'nothing' });
  for (let index = 0; index < pauses.length; index++) {
    if (index >= mostPauses) {
      isCut = true;
      break;
    }
    const pause = pauses[index]!;
    for (const each of triesIn(pause.state, pause.isSpoken)) await take(pause, each);
  }
  if (canBeEarly) for (const each of earlyTries(steps[0]!, pauses[0])) await take(undefined, each);
  return { pauses, steps, isCut, neverRuns: isCut ? undefined : neverRunsAfter(document, last) };
}

/** What others do in a room, such as the moderator who closes it, is not explored. */
const rooms = new Set(['Conference', 'MultiPartyCall', 'Stream']);

/** The elements after the last one that any run came to. */
function neverRunsAfter({ root: { children } }: NextDocument, last: number): NeverRuns | undefined {
  const behind = children[last];
  const elements = children.slice(last + 1).map(({ name }) => name);
  if (behind === undefined || elements.length === 0 || rooms.has(behind.name)) return undefined;
  return { behind: { element: behind.name, line: behind.line }, elements };
}

/** A key and a hang-up while the first prompt is not over. */
function earlyTries({ heard }: Step, first: Pause | undefined): readonly Try[] {
  if (heard.length === 0) return [];
  const wait = `wait:${earlyAfter}`;
  const state = first?.state;
  const [key] = state?.type === 'asking' ? state.keys : '';
  return [
    ...(key === undefined ? [] : [{ words: `${wait} ${key}`, does: 'early' } as const]),
    { words: `${wait} hangup`, does: 'hangup' },
  ];
}

/** Whether the recording that goes on has the caller's voice. */
function hasSpoken(state: CallState, events: readonly PhoneEvent[]): boolean {
  if (state.type !== 'recording') return false;
  const begun = events.findLastIndex(({ event }) => event === 'record');
  return events.slice(begun).some(({ event }) => event === 'say');
}

const heardIn = (events: readonly PhoneEvent[]): string[] =>
  events.flatMap((event) =>
    event.event === 'speak' ? [maskNumbers(event.text)] : event.event === 'play' ? [event.url] : [],
  );

const spokenIn = (events: readonly PhoneEvent[]): SpokenText[] =>
  events.flatMap((event) =>
    event.event === 'speak' ? [{ text: maskNumbers(event.text), language: event.language }] : [],
  );

function duringOf(events: readonly PhoneEvent[]): PromptName | undefined {
  for (const event of events) {
    if (event.event === 'interrupt') return event.element;
    if (event.event === 'hangup' || event.event === 'press') return event.during;
  }
  return undefined;
}
