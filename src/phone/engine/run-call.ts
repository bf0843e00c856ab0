/**
 * The life of one call: ring, answer, documents, end.
 * @module
 */
import { CallOver, Transferred } from './call-over.ts';
import { executors } from '../execute/executors.ts';
import { causeName, isError, telephoneCause } from './hangup-causes.ts';
import { outbound } from './outbound.ts';
import type { NextDocument, Params } from './requests.ts';
import type { Session } from './session.ts';

/** The elements that do not answer the call; any other one does. */
export const withoutAnswer: ReadonlySet<string> = new Set(['Wait', 'PreAnswer', 'Hangup', 'Dial']);

/** Runs a call to its end, and sends the notices of its end. */
export async function runCall(session: Session): Promise<void> {
  const over = await untilOver(session);
  session.clock.end(over);
  if (isError(over.code)) {
    const {
      message = causeName(over.code),
      fix = 'look at the last request.',
      ...place
    } = over.explanation ?? {};
    session.emit('error', { code: over.code, name: causeName(over.code), message, fix, ...place });
  }
  for (const close of session.closing) await close();
  await notifyHangup(session, over);
  const { code, source, explanation } = over;
  const why = explanation === undefined ? {} : { message: explanation.message, fix: explanation.fix };
  session.ended = { type: 'ended', at: session.clock.now, code, name: causeName(code), source, ...why };
  session.emit('ended', { code, name: causeName(code) });
}

async function untilOver(session: Session): Promise<CallOver> {
  if (session.clock.over !== undefined) return session.clock.over;
  try {
    if (session.settings.direction === 'outbound') await outbound(session);
    const isMachine =
      session.settings.machineDetection === 'true' && session.settings.answeredBy === 'machine';
    const params: Params =
      isMachine && session.settings.machineDetectionUrl === undefined ? { Machine: 'true' } : {};
    let document: NextDocument | undefined = await session.requests.first(params);
    while (document !== undefined) document = await untilTransferred(document, session);
    return new CallOver(4010, 'Answer XML');
  } catch (error) {
    if (error instanceof CallOver) return error;
    throw error;
  }
}

/** Plivo ends a call with more transfers. */
const maxTransfers = 70;

async function untilTransferred(document: NextDocument, session: Session): Promise<NextDocument | undefined> {
  try {
    return await runDocument(document, session);
  } catch (error) {
    if (!(error instanceof Transferred)) throw error;
    if (++session.transfers > maxTransfers) {
      const message = `The call was transferred more than ${maxTransfers} times.`;
      session.end(2060, 'Plivo', { message, fix: 'find out why the app transfers it again and again.' });
    }
    session.emit('transfer', { url: error.url });
    return session.requests.next('transfer', error.url, error.method, {});
  }
}

/** Executes the elements in order. When one of them returns a document, that replaces the rest. */
async function runDocument(
  { root, url, xml }: NextDocument,
  session: Session,
): Promise<NextDocument | undefined> {
  session.beginDocument(url, xml);
  for (const element of root.children) {
    session.element = element;
    if (!withoutAnswer.has(element.name)) session.answer();
    const execute = executors.get(element.name);
    if (execute === undefined) {
      session.warn(
        `The phone cannot execute <${element.name}>, and goes on.`,
        'try it on a real call.',
        element,
      );
    }
    const next = await execute?.(element, session);
    session.isFirstElement = false;
    if (next !== undefined) return next;
  }
  return undefined;
}

/** Sends the notice to the hangup URL. */
async function notifyHangup(session: Session, { code, source }: CallOver): Promise<void> {
  const { url, answeredBy, machineDetection } = session.settings;
  const isToAnswer = session.assume.hangupUrl === 'answer';
  const { hangupUrl = isToAnswer ? url : undefined, hangupMethod = 'POST' } = session.settings;
  const { answeredAt, clock } = session;
  const seconds = answeredAt === undefined ? 0 : Math.ceil(clock.now - answeredAt);
  await session.requests.notify('hangup', hangupUrl, hangupMethod, {
    Event: 'Hangup',
    HangupCause: telephoneCause(code),
    HangupCauseName: causeName(code),
    HangupCauseCode: String(code),
    HangupSource: source,
    Duration: String(seconds),
    BillDuration: String(Math.ceil(seconds / 60) * 60),
    TotalCost: (Math.ceil(seconds / 60) * 0.0085).toFixed(5),
    StartTime: session.dateAt(0).seconds,
    AnswerTime: answeredAt === undefined ? '' : session.dateAt(answeredAt).seconds,
    EndTime: session.dateAt(clock.now).seconds,
    ...(machineDetection === undefined ? {} : { machine: String(answeredBy === 'machine') }),
  });
}
