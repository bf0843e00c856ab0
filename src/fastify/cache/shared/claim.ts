/**
 * The keys and values in the shared store: which process answers a request, and its answer.
 * @module
 */
import { hash, randomUUID } from 'node:crypto';

/** The right to answer a request, which one process takes for one attempt of Plivo. */
export interface Claim {
  /** The content of the request: Plivo's signature fits several. */
  readonly content: string;
  /** Unique, so that a process recognises its own claim when the reply of the store was lost. */
  readonly id: string;
}

/** An answer in the store. */
export interface Published {
  readonly content: string;
  readonly answer: string;
}

/** The heartbeat of a process that gives up its claim. */
export const released = 'released';

/** The keys of one request: its claim and its answer. */
export interface Keys {
  readonly claim: string;
  readonly answer: string;
}

/** Makes the keys from the signed text. */
export function keysOf(signed: string): Keys {
  const name = hash('sha256', signed, 'base64');
  return { claim: `plivo-jsx:claim:${name}`, answer: `plivo-jsx:answer:${name}` };
}

/** The key by which another process takes over a claim. */
export const successorKey = ({ id }: Claim) => `plivo-jsx:claim:${id}`;

/** The key by which the holder of a claim shows that it is alive. */
export const heartbeatKey = ({ id }: Claim) => `plivo-jsx:heartbeat:${id}`;

/** Makes a new claim. */
export const newClaim = (asked: string): Claim => ({
  content: hash('sha256', asked, 'base64'),
  id: randomUUID(),
});

/** A claim as it is stored. */
export const claimText = ({ content, id }: Claim) => `${content}${id}`;

/** An answer as it is stored. */
export const publishedText = ({ content, answer }: Published) => `${content}${answer}`;

// A malformed value from the store counts as a store error: the caller is answered without the store.
const claimShape = /^([A-Za-z0-9+/]{43}=)([0-9a-f-]{36})$/;
const publishedShape = /^([A-Za-z0-9+/]{43}=)([^]*)$/;
const heartbeatShape = /^(?:\d+|released)$/;

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

/** Reads a heartbeat. */
export const readHeartbeat = (value: unknown): string | undefined => matched(value, heartbeatShape)?.[0];

/** Reads whether a key was set. */
export function wasSet(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError('Its setIfAbsent gave neither true nor false.');
}
