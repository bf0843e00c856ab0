/**
 * Small servers, as functions: what they answer to the path and the fields of a request.
 */
import type { Transport } from '../../src/phone/index.ts';

export interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly fields: { readonly [name: string]: string };
}

export const url = 'https://ivr.example.com/ivr';

/** A server that answers with the content of a `<Response>`, or with a status. */
export const serving =
  (answer: (asked: Asked) => string | number): Transport =>
  async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const fields = Object.fromEntries(new URLSearchParams(request.body ?? searchParams));
    const answered = answer({ path: pathname, query: searchParams, fields });
    if (typeof answered === 'number') return { status: answered, headers: {}, body: '' };
    const isContent = answered.startsWith('<') && !/^<(?:\?xml|Response)\b/.test(answered);
    const body = isContent ? `<Response>${answered}</Response>` : answered;
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  };

const base = 'https://ivr.example.com';

export const say = (text: string) => `<Speak>${text}</Speak>`;
export const bye = `${say('Goodbye.')}<Hangup/>`;
export const goTo = (path: string) => `<Redirect>${base}${path.replaceAll('&', '&amp;')}</Redirect>`;
export const ask = (path: string, text: string, more = 'numDigits="1"') =>
  `<GetDigits action="${base}${path.replaceAll('&', '&amp;')}" ${more}>${say(text)}</GetDigits>`;
export const askWords = (path: string, text: string, more = 'inputType="speech"') =>
  `<GetInput action="${base}${path}" ${more}>${say(text)}</GetInput>`;
export const dial = (more: string, inside = '<Number>14155550123</Number>') =>
  `<Dial ${more.replaceAll('=/', `=${base}/`).replaceAll('="/', `="${base}/`)}>${inside}</Dial>`;
export const record = (more: string) => `<Record ${more.replaceAll('="/', `="${base}/`)}/>`;
