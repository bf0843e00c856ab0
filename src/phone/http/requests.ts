/**
 * What a call asks for over HTTP, and Plivo's codes when it fails.
 * @module
 */
import { CallOver } from '../call-over.ts';
import { checkDocument } from '../document/check.ts';
import { isProblem, type Problem } from '../document/problem.ts';
import { readXml, type XmlElement } from '../document/read-xml.ts';
import type { Method } from '../options.ts';
import type { RequestKind } from '../request-kind.ts';
import {
  addressOf,
  methodOf,
  type NextDocument,
  type Params,
  type Requests,
  type Session,
} from '../session.ts';
import { nameOf, whatToDo } from './explain.ts';
import { commonParams } from './parameters.ts';
import { maxBytes, pathOf, send, type Outcome } from './send.ts';

/** The codes of what is requested: unreachable, bad URL, bad method, bad XML. */
const codes = {
  answer: { unreachable: 7011, url: 7011, method: 7011, xml: 8011 },
  action: { unreachable: 7012, url: 7022, method: 7032, xml: 8012 },
  transfer: { unreachable: 7013, url: 7023, method: 7033, xml: 8013 },
  redirect: { unreachable: 7014, url: 7024, method: 7034, xml: 8014 },
} as const;
type Codes = (typeof codes)[keyof typeof codes];

/** The requests of one call. */
export function requestsOf(session: Session): Requests {
  return {
    async notify(kind, url, method, params) {
      if (url === undefined) return;
      const address = addressOf(session, url);
      const by = methodOf(method);
      if (address === undefined) {
        return session.warn(
          `${nameOf(kind)} is not an absolute URL, so nobody is told.`,
          'write the whole address, such as https://example.com/called.',
        );
      }
      if (by === undefined)
        return session.warn(
          `The method of ${nameOf(kind).replace(/^The /, 'the ')} is neither GET nor POST.`,
          'write GET or POST.',
        );
      const all = { ...commonParams(session, kind), ...params };
      const outcome = await send(session, { kind, url: address, method: by, params: all, isAwaited: false });
      if (!outcome.reached) {
        session.warn(
          `${nameOf(kind)} (${pathOf(address)}) was not reached: ${outcome.failure}. The call goes on.`,
          'answer notices with status 200.',
        );
      }
    },

    async next(kind, url, method, params) {
      const of = kind === 'redirect' || kind === 'transfer' ? codes[kind] : codes.action;
      const address = addressOf(session, url);
      if (address === undefined) {
        const fix = 'write the whole address, such as https://example.com/menu.';
        return session.end(of.url, 'Error', {
          says: `${nameOf(kind)} is "${url}", which is no absolute URL.`,
          fix,
        });
      }
      const by = methodOf(method);
      if (by === undefined) {
        return session.end(of.method, 'Error', {
          says: `The method of ${nameOf(kind).replace(/^The /, 'the ')} is "${method}".`,
          fix: 'write GET or POST, in capitals.',
        });
      }
      const all = { ...commonParams(session, kind), ...params };
      return documentOf(
        session,
        of,
        kind,
        address,
        await send(session, { kind, url: address, method: by, params: all, isAwaited: true }),
      );
    },

    async sounds(kind, url, method, params) {
      const address = addressOf(session, url);
      const by = methodOf(method);
      const without = (why: string) =>
        session.warn(
          `${nameOf(kind)} ${why}, so nothing of it is heard.`,
          'answer with a <Response> of <Play>, <Speak> and <Wait>.',
        );
      if (address === undefined || by === undefined) return void without('has no absolute URL, or no method');
      const all = { ...commonParams(session, kind), ...params };
      const outcome = await send(session, { kind, url: address, method: by, params: all, isAwaited: false });
      if (!outcome.reached) return void without(`was not reached (${outcome.failure})`);
      const root = read(session, outcome.body);
      if (isProblem(root)) return void without(`gave no good XML (${root.says})`);
      return root.children.filter(({ name }) => name === 'Play' || name === 'Speak' || name === 'Wait');
    },

    async hasAudio(url) {
      const outcome = await send(session, {
        kind: 'audio',
        url,
        method: 'GET',
        params: {},
        isAwaited: false,
      });
      return outcome.reached;
    },
  };
}

/** Asks for the first document: of the answer URL, or of the fallback URL. */
export async function firstDocument(session: Session, extra: Params): Promise<NextDocument> {
  const { url, answerMethod = 'POST', fallbackUrl, fallbackMethod = 'POST' } = session.settings;
  const ask = async (kind: RequestKind, address: string, method: Method, tries?: number) => {
    const params = { ...commonParams(session, kind), ...extra };
    return documentOf(
      session,
      codes.answer,
      kind,
      address,
      await send(session, { kind, url: address, method, params, tries, isAwaited: true }),
    );
  };
  try {
    return await ask('answer', url, answerMethod, session.assume.answerTries);
  } catch (error) {
    if (!(error instanceof CallOver) || error.source !== 'Error' || fallbackUrl === undefined) throw error;
    session.warn(
      `The answer URL failed: ${error.explanation?.says ?? ''} The fallback URL is tried.`,
      error.explanation?.fix ?? '',
    );
    return ask('fallback', fallbackUrl, fallbackMethod);
  }
}

function documentOf(
  session: Session,
  of: Codes,
  kind: RequestKind,
  address: string,
  outcome: Outcome,
): NextDocument {
  const place = { url: pathOf(address) };
  if (!outcome.reached) {
    const tries = outcome.tries === 1 ? '' : ` (${outcome.tries} tries)`;
    const says = `${nameOf(kind)} (${place.url}) could not be reached: ${outcome.failure}${tries}.`;
    return session.end(of.unreachable, 'Error', {
      says,
      fix: whatToDo(outcome.status, outcome.failure),
      ...place,
    });
  }
  const root = read(session, outcome.body);
  if (isProblem(root)) {
    session.end(of.xml, 'Error', { ...root, says: `${nameOf(kind)} (${place.url}): ${root.says}`, ...place });
  }
  const { error, warnings } = checkDocument(
    root,
    session.assume.relativeUrls ? new URL(address).origin : undefined,
  );
  for (const { says, fix, ...where } of warnings) session.warn(says, fix, where);
  if (error !== undefined)
    session.end(of.xml, 'Error', {
      ...error,
      says: `${nameOf(kind)} (${place.url}): ${error.says}`,
      ...place,
    });
  const type = outcome.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^(text|application)\/xml$/.test(type)) {
    session.warn(
      `${place.url} replied with the content type ${type === '' ? '(none)' : type}.`,
      'reply with text/xml or application/xml.',
    );
  }
  return { root, url: address, xml: outcome.body };
}

function read(session: Session, body: string): XmlElement | Problem {
  const bytes = Buffer.byteLength(body);
  if (bytes > maxBytes) {
    return {
      says: `The reply has more than 100 KB.`,
      fix: 'say less in one document, or go on in another one with <Redirect>.',
    };
  }
  return readXml(body, { comments: session.assume.comments });
}
