/**
 * What the elements of a call may ask for over HTTP; how that is done is in `http/`.
 * @module
 */
import type { XmlElement } from '../document/read-xml.ts';
import type { RequestKind } from '../http/request-kind.ts';

/** A document to go on with. */
export interface NextDocument {
  readonly root: XmlElement;
  readonly xml: string;
  readonly url: string;
}

/** Asks for something over HTTP. */
export interface Requests {
  /** A notice: its answer is ignored, and no failure of it matters. */
  notify(kind: RequestKind, url: string | undefined, method: string, params: Params): Promise<void>;
  /** The document that an action or redirect answers with; what fails ends the call with Plivo's code. */
  next(kind: RequestKind, url: string, method: string, params: Params): Promise<NextDocument>;
  /** The prompts of a document of sounds; undefined when it failed. */
  sounds(
    kind: RequestKind,
    url: string,
    method: string,
    params: Params,
  ): Promise<readonly XmlElement[] | undefined>;
  /** Whether an audio file can be fetched. */
  hasAudio(url: string): Promise<boolean>;
}

/** Names and texts of the fields of a request. */
export type Params = { readonly [name: string]: string };
