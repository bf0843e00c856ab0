/**
 * The HTTP requests that executors need. `http/create-requests.ts` implements them.
 * @module
 */
import type { XmlElement } from '../document/read-xml.ts';
import type { RequestKind } from '../http/request-kind.ts';

/** A document to execute next. */
export interface NextDocument {
  readonly root: XmlElement;
  readonly xml: string;
  readonly url: string;
  /** The level whose document it is, if the app says it. */
  readonly level: string | undefined;
}

/** The requests of one call. */
export interface Requests {
  /** Requests the answer URL or, when that fails, the fallback URL. */
  first(extra: Params): Promise<NextDocument>;
  /** Sends a notice to a callback URL: the reply is ignored, and a failure is only a warning. */
  notify(kind: RequestKind, url: string | undefined, method: string, params: Params): Promise<void>;
  /** Requests the document of an action URL or a redirect; a failure ends the call with Plivo's code. */
  next(kind: RequestKind, url: string, method: string, params: Params): Promise<NextDocument>;
  /** Requests a document of prompts, such as `confirmSound`; undefined when that fails. */
  sounds(
    kind: RequestKind,
    url: string,
    method: string,
    params: Params,
  ): Promise<readonly XmlElement[] | undefined>;
  /** True when an audio file can be fetched. */
  hasAudio(url: string): Promise<boolean>;
}

/** The fields of a request, by name. */
export type Params = { readonly [name: string]: string };
