/**
 * Everything that one running app knows: its settings, its levels, and what happened so far.
 * @module
 */
import type { FastifyInstance } from 'fastify';
import type { Flow } from '../flow/flow.ts';
import { Deduplicator } from './cache/deduplicator.ts';
import { SharedReplies } from './cache/shared/shared-replies.ts';
import { GuardedStore } from '../store/guarded-store.ts';
import type { Store } from '../store/store.ts';
import { MemoryStore } from './session/memory-store.ts';
import { SessionWaits } from './session/session-waits.ts';
import { EndedCalls } from './ended-calls.ts';
import { LevelTable } from './level-table.ts';
import type { Settings } from './options.ts';
import type { RateLimit } from './report/rate-limit.ts';
import { Counts } from './report/counts.ts';
import { failureOf } from './report/failure.ts';
import { redactorFor } from './report/redact.ts';
import { writeError } from './report/report.ts';

/** One for each app that the plugin is registered with. */
export interface ServerState extends Omit<Settings, 'flows'> {
  /** The flows that are served now. */
  readonly flows: Flow[];
  readonly levels: LevelTable;
  readonly deduplicator: Deduplicator;
  /** The store of the sessions of calls. */
  readonly sessions: GuardedStore;
  /** Callers who wait for the store of sessions. */
  readonly sessionWaits: SessionWaits;
  readonly counts: Counts;
  readonly endedCalls: EndedCalls;
  /** How many log lines about rejected requests may be written, by event and reason. */
  readonly rateLimits: Map<string, RateLimit>;
  /** The app is about to stop: clients should open their next connection elsewhere. */
  isDraining: boolean;
  /** Whether this process is overloaded. */
  isOverloaded: () => boolean;
}

// A property, since the scopes of an app inherit the properties of the app.
const key = Symbol('plivo-jsx');

/** Creates the state of an app. */
export function createServerState(app: FastifyInstance, settings: Settings): ServerState {
  const counts = new Counts();
  // One for all uses: when it is down, the first of them learns it for the others.
  const shared = settings.store && guardedStore(settings.store, app, counts);
  const state: ServerState = {
    ...settings,
    flows: [],
    levels: new LevelTable(),
    deduplicator: new Deduplicator(shared && new SharedReplies(shared)),
    sessions: shared ?? guardedStore(new MemoryStore(), app, counts),
    sessionWaits: new SessionWaits(),
    counts,
    endedCalls: new EndedCalls(),
    rateLimits: new Map(),
    isDraining: false,
    isOverloaded: () => false,
  };
  app.decorate(key, state);
  return state;
}

/** The state of an app that has the plugin. */
export const serverStateOf = (app: FastifyInstance): ServerState =>
  (app as unknown as { readonly [key]: ServerState })[key];

/** How often a failing store is reported, in milliseconds: every caller meets the failure. */
const storeLineInterval = 10_000;

function guardedStore(store: Store, app: FastifyInstance, counts: Counts): GuardedStore {
  let reportedAt = -Infinity;
  return new GuardedStore(store, (error) => {
    counts.add('store', 'error');
    if (performance.now() - reportedAt < storeLineInterval) return;
    reportedAt = performance.now();
    const { err, text } = failureOf(error, redactorFor({}));
    const sentence = `The store failed; calls go on, and retries are answered anew.\n${text}`;
    writeError(app.log, { event: 'store', reason: 'error', err }, sentence);
  });
}

/** Whether only the developer reaches the app: then it may say what failed. */
export const isForLocalUse = ({ development, authTokens, publicUrl }: ServerState): boolean =>
  development && authTokens.length === 0 && publicUrl === undefined;
