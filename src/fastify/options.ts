/**
 * The options of the plugin, checked once and turned into settings.
 * @module
 */
import { publicAddress } from '../webhook/signature/public-address.ts';
import { PlivoJsxError } from '../errors.ts';
import { isDevelopment } from '../render/is-development.ts';
import type { Flow } from '../flow/flow.ts';
import type { Store } from '../store/store.ts';

/** Options of the plugin. */
export interface PlivoJsxOptions {
  /** Flows whose levels become routes. Default: none. */
  readonly flows?: readonly Flow[] | undefined;
  /**
   * The public URL at which Plivo reaches this app, such as `https://ivr.example.com`; never taken from forwarded headers.
   * Default: the request's own host, for local use.
   */
  readonly publicUrl?: string | undefined;
  /**
   * Auth tokens of the Plivo account. With at least one, every webhook of a flow must be signed; several while rotating.
   * Needs `publicUrl`. Default: none, webhooks are unsigned.
   */
  readonly authTokens?: readonly string[] | undefined;
  /**
   * How long a document may take, in milliseconds from 1 to 10000, before the caller hears a fallback; the
   * handler of a callback has five times as long, at most 10000. Default: 2000.
   */
  readonly deadline?: number | undefined;
  /**
   * A store that all processes of an app share, so that any of them can answer a retry of Plivo and knows the sessions of calls, such
   * as `redisStore` of `plivo-jsx/redis`. Default: none; sessions are in the memory of the process.
   */
  readonly store?: Store | undefined;
  /** Report every problem of a document with its place. Default: true unless `NODE_ENV` is `production`. */
  readonly development?: boolean | undefined;
}

/** The options with defaults filled in. */
export interface Settings {
  readonly flows: readonly Flow[];
  readonly publicUrl: string | undefined;
  readonly authTokens: readonly string[];
  readonly deadline: number;
  readonly store: Store | undefined;
  readonly development: boolean;
}

/**
 * Fills in defaults.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` when a value cannot be used
 */
export function settingsOf(options: PlivoJsxOptions): Settings {
  const { flows = [], authTokens = [], deadline = 2000, store } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : addressOf(options.publicUrl);
  if (authTokens.some((token) => token.trim() === '')) {
    throw wrong('authTokens', 'holds an empty token, so that anyone could sign', 'leave the empty one out');
  }
  if (authTokens.length > 0 && publicUrl === undefined) {
    throw wrong('authTokens', 'is set without publicUrl, over which Plivo signs', 'set publicUrl too');
  }
  if (typeof deadline !== 'number' || !(deadline >= 1 && deadline <= 10_000)) {
    throw wrong('deadline', 'is out of range', 'give milliseconds from 1 to 10000');
  }
  const development = isDevelopment(options.development);
  // A copy, so that a checked list cannot change.
  return { flows, publicUrl, authTokens: [...authTokens], deadline, store, development };
}

/**
 * Rejects the option `prefix` of Fastify's `register`.
 *
 * @throws {@link PlivoJsxError} `E_OPTION`
 */
export function rejectPrefix(prefix: string | undefined): void {
  if (!prefix) return;
  const problem = `is ${JSON.stringify(prefix)}, and links lead to the paths of levels as they are written`;
  throw wrong('prefix', problem, `write it there, such as level('${prefix}/ivr', ...)`);
}

function addressOf(text: string): string {
  const address = publicAddress(text);
  if (address.problem === undefined) return address.url;
  throw wrong('publicUrl', address.problem, address.suggestion);
}

const wrong = (option: string, problem: string, suggestion: string) =>
  new PlivoJsxError('E_OPTION', { option, problem, suggestion });
