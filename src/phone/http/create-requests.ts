/**
 * The HTTP requests of one call.
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
import { publicAddressOf } from './address-map.ts';
import { codes, documentOf, read } from './document-of.ts';
import { howItFailed, nameOf, whatToDo } from './explain.ts';
import { commonParams } from './parameters.ts';
import { send } from './send.ts';

/** Makes the requests of a call. */
export function createRequests(session: Session): Requests {
  return {
    first: (extra) => firstDocument(session, extra),

    async notify(kind, url, method, params) {
      if (url === undefined) return;
      const address = addressOf(session, url);
      const by = methodOf(method);
      // Document validation already reports this.
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
          message: `${nameOf(kind)} is "${url}", which is no absolute URL.`,
          fix,
        });
      }
      const by = methodOf(method);
      if (by === undefined) {
        return session.end(of.method, 'Error', {
          message: `The method of ${nameOf(kind).replace(/^The /, 'the ')} is "${method}".`,
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
      // Plivo does not say whether a sound of a multiparty call is a document or a file, so both are played.
      if (kind === 'mpc-sound' && /^audio\//i.test(outcome.contentType)) return [playElement(address)];
      const root = read(session, outcome.text);
      if (isProblem(root)) return void without(`gave no good XML (${root.message})`);
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

/** Requests the document of the answer URL or, when that fails, of the fallback URL. */
async function firstDocument(session: Session, extra: Params): Promise<NextDocument> {
  const { url, addresses, answerMethod = 'POST', fallbackUrl, fallbackMethod = 'POST' } = session.settings;
  const request = async (kind: RequestKind, address: string, method: Method, tries?: number) => {
    const params = { ...commonParams(session, kind), ...extra };
    return documentOf(session, codes.answer, { kind, url: address, method, params, tries, isAwaited: true });
  };
  try {
    return await request('answer', publicAddressOf(addresses, url), answerMethod, session.assume.answerTries);
  } catch (error) {
    if (!(error instanceof CallOver) || error.source !== 'Error' || fallbackUrl === undefined) throw error;
    session.warn(
      `The answer URL failed: ${error.explanation?.message ?? ''} The fallback URL is tried.`,
      error.explanation?.fix ?? '',
    );
    return request('fallback', fallbackUrl, fallbackMethod);
  }
}

/** The element that plays a file. */
const playElement = (url: string): XmlElement => ({
  name: 'Play',
  attributes: {},
  content: [url],
  children: [],
  text: url,
  line: 1,
  column: 1,
});
