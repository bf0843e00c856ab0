import { isFull } from '../../support/size.ts';
import type { AppOptions } from 'plivo-jsx/fastify';
import type { LogLine } from '../served.ts';

/**
 * The catalogue of bad inputs: what may arrive, and what each gets. A row is data; `webhooks.test.ts` sends it to a real
 * server, once for local use (unsigned, development) and once live (signed, production), unless `only` says which.
 */
export interface Row {
  readonly row: number;
  readonly what: string;
  readonly only?: Mode;
  readonly options?: AppOptions;
  /** Milliseconds by which the clock of this machine is wrong. */
  readonly skew?: number;
  /** Requests one after the other, and what each gets. */
  readonly steps: readonly Step[];
  /** Every line of the log, in their order. */
  readonly log: readonly Line[];
  /** Everything that is counted beside answered webhooks, as Prometheus reads it. */
  readonly metrics: readonly string[];
  /** What must not be anywhere in the log, beside the number and name of the caller. */
  readonly secret?: string;
}

export type Mode = 'local' | 'live';

/** A part of a line; texts may be matchers. */
export type Line = { readonly [Key in keyof LogLine]?: unknown };

export interface Step extends Request {
  /** The status; 200 when nothing is said here. Several for requests that come in one go. */
  readonly status?: number | readonly number[];
  /** What the caller hears, and where the document leads; the reply is then one that Plivo takes. */
  readonly said?: readonly string[];
  readonly next?: readonly string[];
  /** What the document holds, letter by letter. */
  readonly holds?: string;
  /** A header of the reply. */
  readonly allow?: string;
  /** True when the server closes the connection. */
  readonly closes?: true;
  /** True when the reply has the same bytes as the one before. */
  readonly sameAgain?: true;
}

/** How a request is sent: with an ordinary client, or `bytes` over a connection of their own. */
export interface Request {
  readonly method?: string;
  readonly path?: string;
  /** The form; a Buffer and `bytes` go out as they are. */
  readonly form?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** The signature, where it is not the right one; `false` for none. */
  readonly signed?: Signed | false;
  /** Sent as it is, without a signature. */
  readonly bytes?: readonly string[];
  /** When the client goes away. */
  readonly until?: AbortSignal;
  /** By a connection of its own, with these headers beside the others: an ordinary client would not send them. */
  readonly raw?: readonly string[];
}

/** What a signature is made of, where it is not the request itself. */
export interface Signed {
  readonly path?: string;
  readonly form?: string;
  readonly at?: string;
  readonly token?: string;
  readonly nonce?: string;
  readonly method?: string;
}

const call = {
  CallUUID: 'b7c1d2e3-canary',
  From: '14155550100',
  To: '15550123456',
  CallerName: 'Ana Canary',
};

/** Nothing of these may be in a log. */
export const canaries = /14155550100|15550123456|Ana Canary|made_up_token/;

/** A form about the call, with more fields. */
export const says = (fields: string | Readonly<Record<string, string>> = '') =>
  `${new URLSearchParams(call)}&${typeof fields === 'string' ? fields : new URLSearchParams(fields)}`;

/** What a caller of the flow `trouble` hears when something went wrong. */
export const apology = { said: ['Sorry, goodbye.'], next: ['Hangup'] };

export const publicUrl = 'https://ivr.example.com';
export const token = 'made_up_token_000000000000000000000000001';

/** The line of a webhook that was answered. */
export const answered = (msg: string, level: 'info' | 'warn' = 'info'): Line => ({ level, msg });

/** How a server is set up in each mode. */
export const setUp = {
  local: { development: true },
  live: { development: false, authTokens: [token] },
} as const satisfies Record<Mode, AppOptions>;

/** The rows of one mode. Signed requests take the longer way; the short form asks without a signature only where that differs. */
export const rowsOf = <Any extends { readonly only?: Mode }>(
  rows: readonly Any[],
  mode: Mode,
): readonly Any[] =>
  rows.filter(({ only }) => (only === undefined ? isFull || mode === 'live' : only === mode));
