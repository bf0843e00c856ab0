/**
 * What a document does to a call, noted while it is printed: nobody has to read printed XML again.
 * @module
 */
import type { Role } from '../elements/define-element.ts';
import type { Link, UrlKind } from '../elements/url.ts';

/** An address in a document, as Plivo will request it. */
export interface PrintedLink {
  /** The attribute that holds it; undefined when it is the text of the element. */
  readonly attribute: string | undefined;
  /** The absolute URL, not escaped. */
  readonly url: string;
  readonly urlKind: UrlKind;
  /** The link that the author wrote; undefined for a hand-written address. */
  readonly link: Link | undefined;
}

/** An element that asks for input, decides where the call goes next, or has an address. */
export interface Step {
  readonly element: string;
  readonly role: Role | undefined;
  /** In the order in which they are written. */
  readonly links: PrintedLink[];
}

/** Facts about one document. */
export interface DocumentFacts {
  /** In document order. */
  readonly steps: readonly Step[];
  /** Whether the caller hears something: a `<Speak>` or a `<Play>`. */
  readonly isHeard: boolean;
  /** Whether nothing stands in the `<Response>`: Plivo then ends the call. */
  readonly isEmpty: boolean;
}

/** Steps in document order; a nested list is what an async component gives later. */
export type StepList = (Step | StepList)[];

/** The same without nested lists, once all async components have settled. */
export function flatSteps(steps: StepList, hasNested: boolean): readonly Step[] {
  return hasNested ? ((steps as unknown[]).flat(Infinity) as Step[]) : (steps as Step[]);
}
