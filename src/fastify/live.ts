/**
 * What an app knows while it runs: what it was told at start, what happened, and what was answered.
 * @module
 */
import { LRUCache } from 'lru-cache';
import type { FastifyInstance } from 'fastify';
import type { Settings } from './options.ts';
import type { Allowance } from './refuse/allowance.ts';
import { Replies } from './replies.ts';
import { Counts } from './watch/counts.ts';

/** How long it is remembered that a call has ended, in milliseconds. */
const endedFor = 10 * 60_000;

/** Most calls whose end is remembered. */
const mostEnded = 20_000;

/** One for each app that the plugin is registered with. */
export interface Live extends Settings {
  readonly counts: Counts;
  readonly replies: Replies;
  /** Calls of which Plivo has reported the end. */
  readonly ended: LRUCache<string, true>;
  /** The methods of each level, by its path. */
  readonly methods: Map<string, readonly string[]>;
  /** How many lines about refused requests may be written, by event and reason. */
  readonly allowances: Map<string, Allowance>;
  /** The app is about to stop: whoever holds a connection should open another one elsewhere. */
  isDraining: boolean;
  /** True while this process cannot keep up. */
  isOverloaded: () => boolean;
}

/** Makes it of the settings. */
const make = (settings: Settings): Live => ({
  ...settings,
  counts: new Counts(),
  replies: new Replies(),
  ended: new LRUCache({ max: mostEnded, ttl: endedFor, ttlResolution: 1_000 }),
  methods: new Map(),
  allowances: new Map(),
  isDraining: false,
  isOverloaded: () => false,
});

// A property, since the contexts of an app inherit those of the app.
const key = Symbol('plivo-jsx');

/** Begins it for an app. */
export function begin(app: FastifyInstance, settings: Settings): Live {
  const live = make(settings);
  app.decorate(key, live);
  return live;
}

/** That of an app that has the plugin, or of a context in it. */
export const liveOf = (app: FastifyInstance): Live => (app as unknown as { readonly [key]: Live })[key];
