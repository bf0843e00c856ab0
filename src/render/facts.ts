/**
 * Facts about a document, collected while it is printed, so that no other code has to parse the XML.
 * @module
 */
import type { Link } from '../elements/url.ts';
import type { Role } from '../elements/define-element.ts';

/** An address in a document that Plivo will request. */
export interface PrintedLink {
  /** The attribute that holds it; undefined when it is the text of the element. */
  readonly attribute: string | undefined;
  /** The absolute URL, not escaped. */
  readonly url: string;
}

/** An element that takes input, decides where the call goes next, or has an address. */
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
  /** Whether the `<Response>` has no element: Plivo then ends the call. */
  readonly isEmpty: boolean;
  /** The level whose document is the answer instead of this one. */
  readonly forward: Link | undefined;
}

/** Steps in document order; a nested list belongs to an async component, which is printed later. */
export type StepList = (Step | StepList)[];

/** The steps as one list, once all async components have been printed. */
export function flatSteps(steps: StepList, hasNested: boolean): readonly Step[] {
  return hasNested ? ((steps as unknown[]).flat(Infinity) as Step[]) : (steps as Step[]);
}
