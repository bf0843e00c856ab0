/**
 * Explores breadth first: all documents that are one step away, then those that are two steps away.
 * @module
 */
import { pathOf } from '../phone/http/address.ts';
import { Answers, type Answered, type Job } from './answers.ts';
import { atFirst, carriedInto } from './carried.ts';
import { Deliverer, type Delivered } from './deliver.ts';
import type { Step } from './expand.ts';
import { Expansions } from './expansions.ts';
import { later, signature } from './history.ts';
import { inOrder } from './in-order.ts';
import { requestKey, VolatileKeys, type NextRequest } from './next-request.ts';
import { Notices } from './notices.ts';
import type { ExploreOptions, Limits } from './options.ts';
import { isReached, type Drawn, type Reached } from './reached.ts';
import { hashOf } from './same-document.ts';
import type { CallSettings } from './settings.ts';

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
  readonly #targets = new Map<string, Drawn['to']>();
  readonly #known = new Map<string, Reached>();
  readonly #answers: Answers;
  readonly #expansions: Expansions;
  readonly #notices: Notices;

  /** @param isReplayed sends each request after those before it, as part of the same call */
  constructor(call: CallSettings, options: ExploreOptions, limits: Limits, isReplayed: boolean) {
    this.#call = call;
    this.#options = options;
    this.#limits = limits;
    this.#isReplayed = isReplayed;
    this.deliverer = new Deliverer(call);
    this.#expansions = new Expansions(call, this.deliverer, this.volatile);
    this.#answers = new Answers(this.deliverer, this.volatile, this.#expansions, isReplayed);
    this.#notices = new Notices(this.deliverer, this.volatile);
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
        for (const { key } of jobs.slice(begin)) this.#targets.set(key, 'unexplored');
        break;
      }
      const answers = await inOrder(part, concurrency, async (job) => {
        this.#options.signal?.throwIfAborted();
        const answer = await this.#answers.to(job);
        this.#tell(--waiting);
        return answer;
      });
      for (const [index, job] of part.entries()) {
        const { to, isNew } = this.#reach(job, answers[index]!);
        this.#targets.set(job.key, to);
        if (isNew && isReached(to)) fresh.push(to);
      }
    }
    for (const { edge, key } of this.#open) edge.to = this.#targets.get(key) ?? edge.to;
    this.#open.length = 0;
    return fresh;
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
    // The same document leads on alike, whatever was counted in the query before it.
    const place = JSON.stringify([
      request.method,
      pathOf(request.url),
      document.level,
      hash,
      carried,
      future,
    ]);
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
      level: document.level,
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
      neverRuns: undefined,
      edges: [],
    };
    this.nodes.push(node);
    this.#known.set(key, node);
    return { to: node, isNew: true };
  }

  /** Explores a document, and returns the requests that are new. */
  async #explore(node: Reached): Promise<Job[]> {
    const jobs: Job[] = [];
    const mayBeEarly = canBeEarly(node.reachedBy?.step);
    const { pauses, steps, isCut, neverRuns } = await this.#expansions.of(
      node.document!,
      node.carried,
      mayBeEarly,
    );
    node.document = undefined;
    node.pauses = pauses;
    node.isCut = isCut;
    node.neverRuns = neverRuns;
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
      edge.notices = await this.#notices.of(step);
      if (step.to.type !== 'next') continue;
      const key = this.#keyOf(edge);
      const known = this.#targets.get(key);
      if (known === undefined) {
        // Until the answer comes, which other edges wait for too.
        this.#targets.set(key, 'unexplored');
        jobs.push({ key, request: step.to.request, edge, carried: step.carried });
      }
      if (known === undefined || known === 'unexplored') this.#open.push({ edge, key });
      else edge.to = known;
    }
    return jobs;
  }

  /** What the answer to the request of an edge depends on. */
  #keyOf({ from, step }: Drawn): string {
    if (step.to.type !== 'next') return '';
    const { isAnswered, isScheduled } = step.carried;
    const before = this.#isReplayed ? `${from.id} ` : '';
    return `${before}${requestKey(step.to.request, this.volatile)}${isAnswered}${isScheduled}`;
  }

  #tell(waiting: number): void {
    this.#options.onProgress?.({ states: this.nodes.length, requests: this.deliverer.count, waiting });
  }
}

/** After these steps the document begins at once, so that `wait:` in a script counts from its beginning. */
const canBeEarly = (step: Step | undefined): boolean =>
  step === undefined || ((step.does === 'key' || step.does === 'digits') && step.seconds === 0);
