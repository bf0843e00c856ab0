/**
 * The keys and values of a shared store: who answers a request, and what was answered.
 * @module
 */
import { hash, randomUUID } from 'node:crypto';

/** The right to answer a request, as one process took it for one try of Plivo's. */
export interface Claim {
  /** The content of the request: Plivo's signature fits several. */
  readonly content: string;
  /** Unlike that of any other claim, so that a process knows its own although the store's reply was lost. */
  readonly id: string;
}

/** An answer in the store. */
export interface Published {
  readonly content: string;
  readonly answer: string;
}

/** Said in place of a sign of life when a process gives its claim up. */
export const released = 'released';

/** The keys of one request: who makes its answer, and the answer. */
export interface Keys {
  readonly claim: string;
  readonly answer: string;
}

/** Makes them of what Plivo signed. */
export function keysOf(signed: string): Keys {
  const name = hash('sha256', signed, 'base64');
  return { claim: `plivo-jsx:claim:${name}`, answer: `plivo-jsx:answer:${name}` };
}

/** Where a claim is taken over. */
export const successorKey = ({ id }: Claim) => `plivo-jsx:claim:${id}`;

/** Where the holder of a claim shows that it is alive. */
export const signKey = ({ id }: Claim) => `plivo-jsx:sign:${id}`;

/** A claim of nobody else. */
export const newClaim = (asked: string): Claim => ({
  content: hash('sha256', asked, 'base64'),
  id: randomUUID(),
});

/** A claim as it is stored. */
export const claimText = ({ content, id }: Claim) => `${content}${id}`;

/** An answer as it is stored. */
export const publishedText = ({ content, answer }: Published) => `${content}${answer}`;

// Whatever a store gives that cannot be is a failure of the store, and a caller is answered without it.
const claimShape = /^([A-Za-z0-9+/]{43}=)([0-9a-f-]{36})$/;
const publishedShape = /^([A-Za-z0-9+/]{43}=)([^]*)$/;
const signShape = /^(?:\d+|released)$/;

const odd = () => new TypeError('Its get gave something that plivo-jsx did not set.');

function matched(value: unknown, shape: RegExp): RegExpExecArray | undefined {
  if (value === undefined) return undefined;
  const match = typeof value === 'string' ? shape.exec(value) : null;
  if (match === null) throw odd();
  return match;
}

/** Reads a claim. */
export function readClaim(value: unknown): Claim | undefined {
  const match = matched(value, claimShape);
  return match && { content: match[1]!, id: match[2]! };
}

/** Reads an answer. */
export function readPublished(value: unknown): Published | undefined {
  const match = matched(value, publishedShape);
  return match && { content: match[1]!, answer: match[2]! };
}

/** Reads a sign of life. */
export const readSign = (value: unknown): string | undefined => matched(value, signShape)?.[0];

/** Reads whether a key was set. */
export function wasSet(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError('Its setIfAbsent gave neither true nor false.');
}
