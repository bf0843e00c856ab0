/**
 * What a call asks for over HTTP.
 * @module
 */
import { CallOver } from '../engine/call-over.ts';
import { isProblem } from '../document/problem.ts';
import type { XmlElement } from '../document/read-xml.ts';
import type { Method } from '../../elements/url.ts';
import type { RequestKind } from './request-kind.ts';
import type { NextDocument, Params, Requests } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import { addressOf, methodOf, pathOf } from './address.ts';
import { codes, documentOf, read } from './document-of.ts';
import { howItFailed, nameOf, whatToDo } from './explain.ts';
import { commonParams } from './parameters.ts';
import { send } from './send.ts';

/** The requests of one call. */
export function requestsOf(session: Session): Requests {
  return {
    async notify(kind, url, method, params) {
      if (url === undefined) return;
      const address = addressOf(session, url);
      const by = methodOf(method);
      // Which is told when the document is checked.
      if (address === undefined || by === undefined) return;
      const all = { ...commonParams(session, kind), ...params };
      const outcome = await send(session, { kind, url: address, method: by, params: all, isAwaited: false });
      if (outcome.reached) return;
      const fix =
        (outcome.status ?? 0) >= 500
          ? 'answer notices with status 200.'
          : whatToDo(kind, by, session.settings.token !== undefined, outcome);
      session.warn(`${howItFailed(kind, pathOf(address), outcome)} The call goes on.`, fix);
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
      return documentOf(session, of, { kind, url: address, method: by, params: all, isAwaited: true });
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
      // Whether a sound of a multiparty call is a document or a file, Plivo leaves open: both are heard.
      if (kind === 'mpc-sound' && /^audio\//i.test(outcome.contentType)) return [played(address)];
      const root = read(session, outcome.text);
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
    return documentOf(session, codes.answer, { kind, url: address, method, params, tries, isAwaited: true });
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

/** A file that is played, as an element says it. */
const played = (url: string): XmlElement => ({
  name: 'Play',
  attributes: {},
  content: [url],
  children: [],
  text: url,
  line: 1,
  column: 1,
});
