/**
 * What an app knows while it runs: what it was told at start, what happened, and what was answered.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { AuthoredValues } from '../flow/authored-values.ts';
import { failureOf } from './report/failure.ts';
import { redactorFor } from './report/redact.ts';
import type { Settings } from './options.ts';
import type { RateLimit } from './reject/rate-limit.ts';
import { ReplyCache } from './cache/reply-cache.ts';
import { SharedReplies } from './cache/shared/shared-replies.ts';
import { GuardedStore, type Store } from './cache/shared/store.ts';
import { Counts } from './report/counts.ts';

/** How long it is remembered that a call has ended, in milliseconds. */
const endedFor = 10 * 60_000;

/** Most calls whose end is remembered. */
const mostEnded = 20_000;

/** One for each app that the plugin is registered with. */
export interface ServerState extends Settings {
  readonly counts: Counts;
  readonly replies: ReplyCache;
  /** The same for all processes of the app; undefined without a store. */
  readonly sharedReplies: SharedReplies | undefined;
  /** Calls of which Plivo has reported the end. */
  readonly ended: LRUCache<string, true>;
  /** The methods of each level, by its path. */
  readonly methods: Map<string, readonly string[]>;
  /** What may be told of the parameters of each level, by its path. */
  readonly words: Map<string, AuthoredValues>;
  /** How many lines about refused requests may be written, by event and reason. */
  readonly rateLimits: Map<string, RateLimit>;
  /** The app is about to stop: whoever holds a connection should open another one elsewhere. */
  isDraining: boolean;
  /** True while this process cannot keep up. */
  isOverloaded: () => boolean;
}

const make = (app: FastifyInstance, settings: Settings, counts = new Counts()): ServerState => ({
  ...settings,
  counts,
  replies: new ReplyCache(),
  sharedReplies: settings.store && shared(settings.store, app, counts),
  ended: new LRUCache({ max: mostEnded, ttl: endedFor, ttlResolution: 1_000 }),
  methods: new Map(),
  words: new Map(),
  rateLimits: new Map(),
  isDraining: false,
  isOverloaded: () => false,
});

/** A store that is down is told every ten seconds: each caller meets it. */
const storeLinesEvery = 10_000;

function shared(store: Store, app: FastifyInstance, counts: Counts): SharedReplies {
  let toldAt = -Infinity;
  const guarded = new GuardedStore(store, (error) => {
    counts.add('store', 'error');
    if (performance.now() - toldAt < storeLinesEvery) return;
    toldAt = performance.now();
    const { err, text } = failureOf(error, redactorFor({}));
    const sentence = `The store failed; calls go on, and second tries are answered anew.\n${text}`;
    app.log.error({ event: 'store', reason: 'error', err }, sentence);
  });
  return new SharedReplies(guarded);
}

// A property, since the contexts of an app inherit those of the app.
const key = Symbol('plivo-jsx');

/** What an app knows when it has just begun. */
export function createServerState(app: FastifyInstance, settings: Settings): ServerState {
  const live = make(app, settings);
  app.decorate(key, live);
  return live;
}

/** What an app that has the plugin knows; a context in it knows the same. */
export const serverStateOf = (app: FastifyInstance): ServerState =>
  (app as unknown as { readonly [key]: ServerState })[key];
