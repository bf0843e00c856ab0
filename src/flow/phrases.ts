/**
 * The sentences and documents that a flow replies with when something failed.
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
import { catalogueFacts, type AnyCatalogue } from './catalogue.ts';
import { Sentence } from './sentence.ts';
import { speakingIn, speakWith } from './speaking.ts';

/** The sentences of a flow for failures. Each is one or more `<Speak>` or `<Play>`. */
export interface Phrases {
  /** Spoken before the call is ended, when the app failed. */
  readonly apology: Node;
  /** Spoken when a reply takes too long; the same level is then requested once more. */
  readonly oneMoment: Node;
  /** Spoken before the flow starts again at its first level, when the address is not valid any more. */
  readonly startOver: Node;
}

const say = (children: string) => jsx(Speak, { children });

/** The sentences of a flow that has none of its own. */
export const defaultPhrases: Phrases = {
  apology: say('We are sorry, something went wrong on our side. Please call again later. Goodbye.'),
  oneMoment: say('One moment, please.'),
  startOver: say('Let us start over.'),
};

/** The sentences of a catalogue with the names of phrases; a phrase that it does not have is the default one. */
export function phrasesOf(catalogue: AnyCatalogue, lang: string | undefined): Phrases {
  const speaking = speakingIn(catalogue[catalogueFacts], lang);
  const own = Object.entries(catalogue).filter(
    (entry): entry is [string, Sentence] => entry[0] in defaultPhrases && entry[1] instanceof Sentence,
  );
  return {
    ...defaultPhrases,
    ...Object.fromEntries(own.map(([name, sentence]) => [name, speakWith(speaking, sentence)])),
  };
}

const document = (...children: Node[]): JsxElement => jsx(Response, { children });

/** Speaks the apology and ends the call. */
export const apologyDocument = ({ apology }: Phrases) => document(apology, jsx(Hangup, {}));

/** Plivo requests the address by POST unless `method` is written. */
const redirectTo = (url: Url, method: Method) =>
  jsx(Redirect, method === 'GET' ? { method, children: url } : { children: url });

/** Speaks a sentence and continues at another address. */
export const redirectDocument = (sentence: Node, url: Url, method: Method) =>
  document(sentence, redirectTo(url, method));

/** Ends the call without a sentence. */
export const hangupDocument = document(jsx(Hangup, {}));

/** Seconds before the level is requested again. */
const waitSeconds = 5;

/** Asks the caller to hold, waits, and continues at an address. */
export const holdDocument = ({ oneMoment }: Phrases, url: Url, method: Method) =>
  document(oneMoment, jsx(Wait, { length: waitSeconds }), redirectTo(url, method));
