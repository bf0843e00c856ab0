/**
 * Explores breadth first: all documents that are one step away, then those that are two steps away.
 * @module
 */
import { createHash } from 'node:crypto';
import type { NextDocument } from '../phone/engine/requests.ts';
import { withoutAnswer } from '../phone/engine/run-call.ts';
import type { Carried, Notice } from './graph.ts';
import { Deliverer, type Delivered } from './deliver.ts';
import { expand, type Expansion, type Step } from './expand.ts';
import { inOrder } from './in-order.ts';
import { graphRequest, requestKey, VolatileKeys, type NextRequest } from './next-request.ts';
import type { ExploreOptions, Limits } from './options.ts';
import { isReached, trailTo, type Drawn, type Reached } from './reached.ts';
import type { AskForSounds } from './run-document.ts';
import { hashOf, learnVolatile } from './same-document.ts';
import { newUuid, type CallSettings } from './settings.ts';

/** A document that came often enough: later rounds of a loop count as the same. */
const mostRounds = 8;

/** The ways that are gone on from a document to find out what a server keeps. */
const mostWays = 4;

/** A request to send, and what leads to it. */
interface Job {
  readonly key: string;
  readonly request: NextRequest;
  readonly edge: Drawn | undefined;
  readonly carried: Carried;
}

/** The answers to the two deliveries of one request. */
interface Answered {
  readonly delivered: Delivered;
  readonly second: string | undefined;
  /** What comes after the document, when the server keeps state by call; otherwise empty. */
  readonly future: string;
}

/** How a call begins. */
export const atFirst: Carried = { isAnswered: false, isStarted: false, isScheduled: false };

/** One exploration. */
export class Exploration {
  readonly nodes: Reached[] = [];
  readonly edges: Drawn[] = [];
  readonly volatile = new VolatileKeys();
  readonly deliverer: Deliverer;
  isComplete = true;
  failed: Delivered['end'];
  readonly #call: CallSettings;
  readonly #limits: Limits;
  readonly #options: ExploreOptions;
  readonly #isReplayed: boolean;
  /** Edges whose request is not answered yet. */
  readonly #open: { readonly edge: Drawn; readonly key: string }[] = [];
  /** What each request led to. */
  readonly #answers = new Map<string, Drawn['to']>();
  readonly #known = new Map<string, Reached>();
  readonly #expansions = new Map<string, Promise<Expansion>>();
  readonly #notices = new Map<string, Notice>();
  readonly #sounds = new Map<string, ReturnType<AskForSounds>>();

  /** @param isReplayed sends each request after those before it, as part of the same call */
  constructor(call: CallSettings, options: ExploreOptions, limits: Limits, isReplayed: boolean) {
    this.#call = call;
    this.#options = options;
    this.#limits = limits;
    this.#isReplayed = isReplayed;
    this.deliverer = new Deliverer(call);
  }

  async run(): Promise<void> {
    const { url, answerMethod: method = 'POST' } = this.#call.settings;
    const request: NextRequest = { kind: 'answer', url, method, params: {} };
    let jobs: Job[] = [{ key: '', request, edge: undefined, carried: atFirst }];
    while (jobs.length > 0) {
      const layer = await this.#send(jobs);
      jobs = [];
      for (const node of layer) {
        this.#options.signal?.throwIfAborted();
        jobs.push(...(await this.#explore(node)));
        this.#tell(jobs.length);
      }
    }
  }

  /** Sends requests, and returns the documents that are new. */
  async #send(jobs: readonly Job[]): Promise<Reached[]> {
    const fresh: Reached[] = [];
    const { maxStates, maxRequests, concurrency } = this.#limits;
    let waiting = jobs.length;
    // In parts, since the answers to all of a layer would not fit into the memory.
    for (let begin = 0; begin < jobs.length; begin += 64) {
      const part = jobs.slice(begin, begin + 64);
      if (this.nodes.length >= maxStates || this.deliverer.count >= maxRequests) {
        this.isComplete = false;
        for (const { key } of jobs.slice(begin)) this.#answers.set(key, 'unexplored');
        break;
      }
      const answers = await inOrder(part, concurrency, async (job) => {
        this.#options.signal?.throwIfAborted();
        const answer = await this.#deliver(job);
        this.#tell(--waiting);
        return answer;
      });
      for (const [index, job] of part.entries()) {
        const { to, isNew } = this.#reach(job, answers[index]!);
        this.#answers.set(job.key, to);
        if (isNew && isReached(to)) fresh.push(to);
      }
    }
    for (const { edge, key } of this.#open) edge.to = this.#answers.get(key) ?? edge.to;
    this.#open.length = 0;
    return fresh;
  }

  /** Delivers a request twice, as Plivo may do. */
  async #deliver(job: Job): Promise<Answered> {
    const { request, edge, carried } = job;
    const uuid = newUuid();
    if (this.#isReplayed && edge !== undefined) await this.#repeat(edge.from, uuid);
    const delivered = await this.deliverer.document(request, carried, uuid);
    // What failed once is a finding already.
    if (delivered.document === undefined) return { delivered, second: undefined, future: '' };
    const { xml, failure } = await this.deliverer.again(request, carried, uuid);
    const isSame = xml !== undefined && learnVolatile(delivered.raw, xml, this.volatile);
    const second = isSame ? undefined : (failure ?? 'It was answered with another document.');
    const future = this.#isReplayed ? await this.#future(job, delivered.document) : '';
    return { delivered, second, future };
  }

  /** Goes some ways on from a document: where they lead to tells apart what the server has kept, also when it has not said so yet. */
  async #future({ request, edge, carried }: Job, document: NextDocument): Promise<string> {
    const hash = hashOf(document.xml, this.volatile);
    const { steps } = await this.#expand(document, hash, carriedInto(document, carried), false);
    const ways: string[] = [];
    for (const { to, carried: after } of steps) {
      if (to.type !== 'next' || ways.length >= mostWays) continue;
      const uuid = newUuid();
      if (edge !== undefined) await this.#repeat(edge.from, uuid);
      await this.deliverer.document(request, carried, uuid);
      const { document: next, end } = await this.deliverer.document(to.request, after, uuid);
      ways.push(next === undefined ? String(end?.code) : hashOf(next.xml, this.volatile));
    }
    return ways.join(' ');
  }

  /** Sends the requests that lead to a document, as one call. */
  async #repeat(node: Reached, uuid: string): Promise<void> {
    await this.deliverer.document(this.nodes[0]!.request, atFirst, uuid);
    for (const { step } of trailTo(node))
      if (step.to.type === 'next') await this.deliverer.document(step.to.request, step.carried, uuid);
  }

  /** Finds the document of an answer among those that are known, or adds it. */
  #reach(
    job: Job,
    { delivered, second, future }: Answered,
  ): { readonly to: Drawn['to']; readonly isNew: boolean } {
    const { request, edge } = job;
    if (delivered.document === undefined) {
      if (edge === undefined) this.failed = delivered.end;
      return { to: delivered.end, isNew: false };
    }
    const { document } = delivered;
    const carried = carriedInto(document, job.carried);
    const hash = hashOf(document.xml, this.volatile);
    const url = this.volatile.without(request.url);
    const place = JSON.stringify([request.method, url, hash, carried, future]);
    const history = this.#isReplayed ? later(edge?.from.history ?? new Map(), place) : new Map();
    const key = place + signature(history);
    const old = this.#known.get(key);
    if (old !== undefined) return { to: old, isNew: false };
    if (this.nodes.length >= this.#limits.maxStates) {
      this.isComplete = false;
      return { to: 'unexplored', isNew: false };
    }
    const node: Reached = {
      id: this.nodes.length,
      request,
      carried,
      hash,
      reachedBy: edge,
      xml: document.xml,
      document,
      told: { warnings: delivered.warnings, failures: delivered.failures },
      secondDelivery: second,
      history,
      pauses: [],
      firstWords: '',
      isCut: false,
      edges: [],
    };
    this.nodes.push(node);
    this.#known.set(key, node);
    return { to: node, isNew: true };
  }

  /** Explores a document, and returns the requests that are new. */
  async #explore(node: Reached): Promise<Job[]> {
    const jobs: Job[] = [];
    const { document, hash, carried, reachedBy } = node;
    const mayBeEarly = canBeEarly(reachedBy?.step);
    const { pauses, steps, isCut } = await this.#expand(document!, hash, carried, mayBeEarly);
    node.document = undefined;
    node.pauses = pauses;
    node.isCut = isCut;
    node.firstWords = steps[0]?.heard[0] ?? '';
    for (const step of steps) {
      const edge: Drawn = {
        id: this.edges.length,
        from: node,
        step,
        notices: [],
        to:
          step.to.type === 'end'
            ? step.to
            : step.to.type === 'pause'
              ? { pause: step.to.pause }
              : 'unexplored',
      };
      this.edges.push(edge);
      node.edges.push(edge);
      edge.notices = await this.#notify(step);
      if (step.to.type !== 'next') continue;
      const key = this.#keyOf(edge);
      const known = this.#answers.get(key);
      if (known === undefined) {
        // Until the answer comes, which other edges wait for too.
        this.#answers.set(key, 'unexplored');
        jobs.push({ key, request: step.to.request, edge, carried: step.carried });
      }
      if (known === undefined || known === 'unexplored') this.#open.push({ edge, key });
      else edge.to = known;
    }
    return jobs;
  }

  /** Explores a document; documents of the same text only once. */
  #expand(document: NextDocument, hash: string, carried: Carried, mayBeEarly: boolean): Promise<Expansion> {
    const base = this.#call.assume.relativeUrls ? document.url : '';
    const key = JSON.stringify([hash, carried, mayBeEarly, base]);
    const expanded =
      this.#expansions.get(key) ??
      expand(document, carried, mayBeEarly, this.#call, (request, before) =>
        this.#askForSounds(request, before),
      );
    this.#expansions.set(key, expanded);
    return expanded;
  }

  /** What the answer to the request of an edge depends on. */
  #keyOf({ from, step }: Drawn): string {
    if (step.to.type !== 'next') return '';
    const { isAnswered, isScheduled } = step.carried;
    const before = this.#isReplayed ? signature(from.history) : '';
    return `${before}${requestKey(step.to.request, this.volatile)}${isAnswered}${isScheduled}`;
  }

  /** Sends the notices of a step, each once. */
  #notify({ notices, carried }: Step): Promise<readonly Notice[]> {
    return inOrder(notices, 1, async (request) => {
      const key = requestKey(request, this.volatile);
      const known = this.#notices.get(key);
      if (known !== undefined) return known;
      const failure = await this.deliverer.notice(request, carried, newUuid());
      const notice: Notice = {
        request: graphRequest(request, this.volatile),
        ...(failure === undefined ? {} : { failure }),
      };
      this.#notices.set(key, notice);
      return notice;
    });
  }

  #askForSounds(request: NextRequest, carried: Carried): ReturnType<AskForSounds> {
    const key = requestKey(request, this.volatile);
    const sounds = this.#sounds.get(key) ?? this.deliverer.sounds(request, carried, newUuid());
    this.#sounds.set(key, sounds);
    return sounds;
  }

  #tell(waiting: number): void {
    this.#options.onProgress?.({ states: this.nodes.length, requests: this.deliverer.count, waiting });
  }
}

/**
 * What a document makes of the state of the call before it. Most documents answer the call at once, and whether it was
 * answered before makes no difference then.
 */
function carriedInto({ root }: NextDocument, carried: Carried): Carried {
  const [first] = root.children;
  if (first === undefined || withoutAnswer.has(first.name)) return carried;
  return { ...carried, isAnswered: true, isStarted: true };
}

/** The history with one more document. */
function later(history: ReadonlyMap<string, number>, place: string): ReadonlyMap<string, number> {
  return new Map(history).set(place, Math.min(mostRounds, (history.get(place) ?? 0) + 1));
}

function signature(history: ReadonlyMap<string, number>): string {
  if (history.size === 0) return '';
  const sorted = [...history].map(([place, count]) => `${place}${count}`).sort();
  return createHash('sha256').update(sorted.join('\n')).digest('hex').slice(0, 16);
}

/** After these steps the document begins at once, so that `wait:` in a script counts from its beginning. */
const canBeEarly = (step: Step | undefined): boolean =>
  step === undefined || ((step.does === 'key' || step.does === 'digits') && step.seconds === 0);
