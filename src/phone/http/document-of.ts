/**
 * Requests a document: the reply is read and checked, or the call ends with Plivo's code.
 * @module
 */
import type { Explanation } from '../engine/call-over.ts';
import { checkXmlDocument } from '../document/check.ts';
import { isProblem, type Problem } from '../document/problem.ts';
import { readXml, type XmlElement } from '../document/read-xml.ts';
import type { NextDocument } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { pathOf } from './address.ts';
import { howItFailed, nameOf, whatToDo } from './explain.ts';
import type { ReplyText } from './reply-text.ts';
import type { Outgoing } from './outgoing.ts';
import { send } from './send.ts';

/** Plivo's hangup causes for each kind of request: unreachable, invalid URL, invalid method, invalid XML. */
export const codes = {
  answer: { unreachable: 7011, url: 7011, method: 7011, xml: 8011 },
  action: { unreachable: 7012, url: 7022, method: 7032, xml: 8012 },
  transfer: { unreachable: 7013, url: 7023, method: 7033, xml: 8013 },
  redirect: { unreachable: 7014, url: 7024, method: 7034, xml: 8014 },
} as const;

/** Requests a document. */
export async function documentOf(
  session: Session,
  { unreachable, xml }: (typeof codes)[keyof typeof codes],
  outgoing: Outgoing,
): Promise<NextDocument> {
  const { kind, method, url } = outgoing;
  const path = pathOf(url);
  const end = (code: number, explanation: Explanation) =>
    session.end(code, 'Error', { ...explanation, url: path });
  const reject = ({ message, ...problem }: Problem) =>
    end(xml, { ...problem, message: `${nameOf(kind)} (${path}): ${message}` });

  const outcome = await send(session, outgoing);
  if (!outcome.reached) {
    const fix = whatToDo(kind, method, session.settings.token !== undefined, outcome);
    return end(unreachable, { message: howItFailed(kind, path, outcome), fix });
  }
  const root = read(session, outcome.text);
  if (isProblem(root)) return reject(root);
  const { relativeUrls, badValues } = session.assume;
  const baseUrl = relativeUrls ? new URL(url).origin : undefined;
  const { error, warnings, whenUsed } = checkXmlDocument(root, { baseUrl, badValues });
  for (const { message, fix, ...place } of [...warnings, ...whenUsed]) session.warn(message, fix, place);
  if (error !== undefined) return reject(error);
  const type = outcome.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(text|application)\/xml$/.test(type)) {
    const message = `${path} replied with the content type ${type === '' ? '(none)' : type}.`;
    session.warn(message, 'reply with text/xml or application/xml.');
  }
  return { root, url, xml: outcome.text.text, level: outcome.level };
}

/** Parses a reply as XML. */
export function read(session: Session, { text, problem, warning }: ReplyText): XmlElement | Problem {
  if (problem !== undefined) return problem;
  if (warning !== undefined) session.warn(warning.message, warning.fix);
  return readXml(text, { comments: session.assume.comments });
}
