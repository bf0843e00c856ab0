/**
 * The life of one call: ring, answer, documents, end.
 * @module
 */
import { CallOver, Transferred } from './call-over.ts';
import { executors } from '../execute/executors.ts';
import { causeName, isError } from './hangup-causes.ts';
import { firstDocument } from '../http/create-requests.ts';
import { outbound } from './outbound.ts';
import type { NextDocument, Params } from './requests.ts';
import type { Session } from './session.ts';

/** These may run before the call is answered; any other element answers it. */
const beforeTheAnswer = new Set(['Wait', 'PreAnswer', 'Hangup', 'Dial']);

/** Runs a call to its end, and says how it ended. */
export async function runCall(session: Session): Promise<void> {
  const over = await lifeOf(session);
  session.line.end(over);
  if (isError(over.code)) {
    const {
      says = causeName(over.code),
      fix = 'look at the last request.',
      ...place
    } = over.explanation ?? {};
    session.tell('error', { code: over.code, name: causeName(over.code), says, fix, ...place });
  }
  for (const close of session.closing) await close();
  await hungUp(session, over);
  const { code, source, explanation } = over;
  const told = explanation === undefined ? {} : { says: explanation.says, fix: explanation.fix };
  session.ended = { state: 'ended', at: session.line.now, code, name: causeName(code), source, ...told };
  session.tell('ended', { code, name: causeName(code) });
}

async function lifeOf(session: Session): Promise<CallOver> {
  if (session.line.over !== undefined) return session.line.over;
  try {
    if (session.settings.direction === 'outbound') await outbound(session);
    const isMachine =
      session.settings.machineDetection === 'true' && session.settings.answeredBy === 'machine';
    const params: Params =
      isMachine && session.settings.machineDetectionUrl === undefined ? { Machine: 'true' } : {};
    let document: NextDocument | undefined = await firstDocument(session, params);
    while (document !== undefined) document = await untilTransferred(document, session);
    return new CallOver(4010, 'Answer XML');
  } catch (error) {
    if (error instanceof CallOver) return error;
    throw error;
  }
}

/** Plivo ends a call that its API transfers more often. */
const mostTransfers = 70;

async function untilTransferred(document: NextDocument, session: Session): Promise<NextDocument | undefined> {
  try {
    return await runDocument(document, session);
  } catch (error) {
    if (!(error instanceof Transferred)) throw error;
    if (++session.transfers > mostTransfers) {
      const says = `The call was transferred more than ${mostTransfers} times.`;
      session.end(2060, 'Plivo', { says, fix: 'find out why the app transfers it again and again.' });
    }
    session.tell('transfer', { url: error.url });
    return session.requests.next('transfer', error.url, error.method, {});
  }
}

/** Runs the elements in order; a document that one of them gives replaces the rest. */
async function runDocument(
  { root, url, xml }: NextDocument,
  session: Session,
): Promise<NextDocument | undefined> {
  session.documentUrl = url;
  session.tell('document', { url, xml });
  for (const element of root.children) {
    if (!beforeTheAnswer.has(element.name)) session.answer();
    const execute = executors.get(element.name);
    if (execute === undefined) {
      session.warn(
        `The phone cannot execute <${element.name}>, and goes on.`,
        'try it on a real call.',
        element,
      );
    }
    const next = await execute?.(element, session);
    if (next !== undefined) return next;
  }
  return undefined;
}

/** Tells the hangup URL. */
async function hungUp(session: Session, { code, source }: CallOver): Promise<void> {
  const { hangupUrl, hangupMethod = 'POST', answeredBy, machineDetection } = session.settings;
  const { answeredAt, line } = session;
  const seconds = answeredAt === undefined ? 0 : Math.ceil(line.now - answeredAt);
  await session.requests.notify('hangup', hangupUrl, hangupMethod, {
    Event: 'Hangup',
    HangupCause: code === 4000 || code === 4010 ? 'NORMAL_CLEARING' : causeName(code),
    HangupCauseName: causeName(code),
    HangupCauseCode: String(code),
    HangupSource: source,
    Duration: String(seconds),
    BillDuration: String(Math.ceil(seconds / 60) * 60),
    TotalCost: (Math.ceil(seconds / 60) * 0.0085).toFixed(5),
    StartTime: session.clock(0).seconds,
    AnswerTime: answeredAt === undefined ? '' : session.clock(answeredAt).seconds,
    EndTime: session.clock(line.now).seconds,
    ...(machineDetection === undefined ? {} : { machine: String(answeredBy === 'machine') }),
  });
}
