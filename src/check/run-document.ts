/**
 * Executes one document without the call before it: that is how a call is forked.
 * @module
 */
import { CallOver } from '../phone/engine/call-over.ts';
import { CommandQueue } from '../phone/engine/command-queue.ts';
import { createPhoneCall } from '../phone/engine/phone-call.ts';
import type { NextDocument, Requests } from '../phone/engine/requests.ts';
import { runCall } from '../phone/engine/run-call.ts';
import { Session } from '../phone/engine/session.ts';
import { parseScript, startingPace, type CallState, type PhoneEvent } from '../phone/index.ts';
import type { XmlElement } from '../phone/document/read-xml.ts';
import { takeStep } from '../phone/run-script.ts';
import type { Carried } from './graph.ts';
import type { NextRequest } from './next-request.ts';
import type { CallSettings } from './settings.ts';

/** Requests the sounds that only one party hears, such as those of `confirmSound`. */
export type AskForSounds = (
  request: NextRequest,
  carried: Carried,
) => Promise<readonly XmlElement[] | undefined>;

/** What came of a document and of what was done in it. */
export interface DocumentRun {
  /** The last state; `ended` also when the call went on with the next document. */
  readonly state: CallState;
  /** The request of the next document. */
  readonly next: NextRequest | undefined;
  readonly notices: readonly NextRequest[];
  readonly events: readonly PhoneEvent[];
  /** The number of events before the last word. */
  readonly before: number;
  /** The call time before the last word, and at the end. */
  readonly at: { readonly before: number; readonly end: number };
  readonly carried: Carried;
  /** The element of `<Response>` that was executed last. */
  readonly element: XmlElement | undefined;
}

/** Thrown through the executors when the document is over and the call goes on. */
class NextDocumentWanted extends CallOver {
  constructor() {
    super(0, 'API Request');
  }
}

/**
 * Executes a document from its beginning, does what the words say, and lets time pass until the next decision.
 *
 * @param words as of a script; the last one ends the run
 */
export async function runDocument(
  document: NextDocument,
  carried: Carried,
  words: string,
  { settings, assume }: CallSettings,
  askForSounds: AskForSounds,
): Promise<DocumentRun> {
  const notices: NextRequest[] = [];
  let next: NextRequest | undefined;
  const requests: Requests = {
    first: async () => document,
    async next(kind, url, method, params) {
      next = { kind, url, method, params };
      throw new NextDocumentWanted();
    },
    async notify(kind, url, method, params) {
      // What ends with the call, such as a recording in the background, does not end with this document.
      if (url === undefined || session.clock.over instanceof NextDocumentWanted) return;
      notices.push({ kind, url, method, params });
    },
    sounds(kind, url, method, params) {
      const request = { kind, url, method, params };
      // That they can be had is checked like a notice.
      notices.push(request);
      return askForSounds(request, carried);
    },
    hasAudio: async () => true,
  };
  // How an outbound call begins is over when its document comes.
  const session: Session = new Session({ ...settings, direction: 'inbound' }, assume, () => requests);
  if (carried.isAnswered) session.answer();
  const steps = parseScript(words);
  const queue = new CommandQueue(session, startingPace(steps));
  const call = createPhoneCall(session, queue);
  runCall(session)
    .then(undefined, (error: unknown) => (session.crash = { error }))
    .finally(() => session.clock.finish());
  await queue.settle();
  let [before, atBefore] = [steps.length === 0 ? 0 : session.events.length, 0];
  for (const [index, step] of steps.entries()) {
    if (index === steps.length - 1) [before, atBefore] = [session.events.length, session.clock.now];
    await takeStep(call, step, steps[index + 1]);
  }
  const { state } = call;
  const { element, events } = session;
  return {
    state,
    next,
    notices,
    events,
    before,
    at: { before: atBefore, end: session.clock.now },
    element,
    carried: {
      isAnswered: session.isAnswered,
      isStarted: true,
      isScheduled: carried.isScheduled || events.some(({ event }) => event === 'schedule'),
    },
  };
}
