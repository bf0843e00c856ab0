/**
 * What a flow says by itself when something went wrong.
 * @module
 */
import { jsx } from '../../jsx-runtime/jsx-runtime.ts';
import type { JsxElement, Node } from '../../jsx-runtime/element.ts';
import { Hangup } from '../elements/hangup.ts';
import { Redirect } from '../elements/redirect.ts';
import { Response } from '../elements/response.ts';
import { Speak } from '../elements/speak.ts';
import type { Method, Url } from '../elements/url.ts';
import { Wait } from '../elements/wait.ts';

/** The sentences, each one or more `<Speak>` or `<Play>`. */
export interface Phrases {
  /** Said before hanging up, when the app failed. */
  readonly apology: Node;
  /** Said when an answer takes too long; the same step is then tried once more. */
  readonly oneMoment: Node;
  /** Said before the flow begins anew, when an address no longer means anything. */
  readonly startOver: Node;
}

const say = (children: string) => jsx(Speak, { children });

/** The sentences of a flow that brings none of its own. */
export const defaultPhrases: Phrases = {
  apology: say('We are sorry, something went wrong on our side. Please call again later. Goodbye.'),
  oneMoment: say('One moment, please.'),
  startOver: say('Let us start over.'),
};

const document = (...children: Node[]): JsxElement => jsx(Response, { children });

/** Says sorry and ends the call. */
export const apologyDocument = ({ apology }: Phrases) => document(apology, jsx(Hangup, {}));

/** Plivo asks by POST unless it is told otherwise. */
const goOn = (url: Url, method: Method) =>
  jsx(Redirect, method === 'GET' ? { method, children: url } : { children: url });

/** Says something and goes on at another address. */
export const goOnDocument = (said: Node, url: Url, method: Method) => document(said, goOn(url, method));

/** Ends the call without a word. */
export const hangupDocument = document(jsx(Hangup, {}));

/** How long a caller waits before their step is tried again, in seconds. */
const holdSeconds = 5;

/** Says that it takes a moment, waits, and goes on at an address. */
export const holdDocument = ({ oneMoment }: Phrases, url: Url, method: Method) =>
  document(oneMoment, jsx(Wait, { length: holdSeconds }), goOn(url, method));
