/**
 * The state of the walk: what is written, and where in the document the walk is.
 * @module
 */
import type { Rendered } from '../../../jsx-runtime/element.ts';
import type { Link } from '../../elements/url.ts';
import type { ErrorCode, Facts, FactsOf } from '../../errors.ts';
import type { Context } from '../context.ts';
import type { Step, StepList } from '../facts.ts';
import type { Markup } from '../output/markup.ts';
import type { DebugNode } from '../explain/debug-tree.ts';
import { RenderError, type Problem } from '../explain/problem.ts';
import type { CompiledElement } from '../output/compiled-element.ts';

/** The state that all parts of one document share. */
export interface Job {
  readonly context: Context;
  readonly pretty: boolean;
  /** The debug tree; undefined in production. */
  readonly debugTree: DebugNode | undefined;
  /** The root of the document. */
  readonly root: Rendered;
  readonly warn: (problem: Problem) => void;
  /** Whether phone numbers and SIP addresses are replaced, for a page that anyone may open. */
  readonly isRedacted: boolean;
  /** Whether the props of the root are made by plivo-jsx: they hold no promise of the author. */
  readonly isRootOurs: boolean;
  /** The number of roots; one is valid. */
  roots: number;
  /** The number of async components. */
  asyncs: number;
  /** The most bytes that the document may have. */
  mostBytes: number;
  /** What is counted for the facts of the document; undefined when they are not needed. */
  readonly counted: { tags: number; isHeard: boolean } | undefined;
  /** The search for promises, see promise.ts. */
  looks: number;
  silenced: Set<unknown> | undefined;
}

/** The place of a part in its document. */
export interface Place {
  /** The parent element; undefined at the root. */
  readonly holder: CompiledElement | undefined;
  /** The debug node around it; undefined in production. */
  readonly debugNode: DebugNode | undefined;
  /** The number of elements around it. */
  readonly depth: number;
  /** The number of tags, components and lists around it. */
  readonly nested: number;
  /** The steps of this part; undefined when they are not needed. */
  readonly steps: StepList | undefined;
  readonly room: Room | undefined;
}

/** The characters left for all async parts of an element together. */
export interface Room {
  left: number;
}

/** The pending result of an async component, and its place. */
export interface Later {
  readonly result: PromiseLike<unknown>;
  readonly component: string;
  readonly place: Place;
}

// The placeholder of an async part. It cannot occur in text: escaping turns it into a space.
export const slot = '\0';

// A small integer: the engine would allocate memory for Infinity on each assignment.
export const unlimited = 0x3fff_ffff;

/** The state of one part: the whole document, or the result of an async component. */
export class PrintState implements Place {
  readonly job: Job;
  readonly pretty: boolean;
  holder: CompiledElement | undefined;
  debugNode: DebugNode | undefined;
  depth: number;
  nested: number;
  readonly steps: StepList | undefined;
  /** The step of the current element, if it is one. */
  step: Step | undefined;
  /** The characters left for async parts, when the number is limited. */
  room: Room | undefined;
  /** The characters left for the current element. */
  charactersLeft: number;
  /** True while the text of an element is collected that takes text of one shape only. */
  gathering = false;
  gathered = '';
  /** The link in the collected text. */
  link: Link | undefined;
  /** Pending results, in document order. */
  later: Later[] | undefined;
  /** The most bytes of the written text: a UTF-16 unit may take three. */
  mostBytes = 0;
  #written = '';
  /** Tags that follow the written text. */
  #markup: Markup | undefined;

  constructor(job: Job, { holder, debugNode, depth, nested, steps, room }: Place) {
    this.job = job;
    this.pretty = job.pretty;
    this.holder = holder;
    this.debugNode = debugNode;
    this.depth = depth;
    this.nested = nested;
    this.steps = steps;
    this.room = room;
    // Read now and not earlier: other parts of the element may have been printed first.
    this.charactersLeft = room === undefined ? unlimited : room.left;
  }

  /** Notes an element for the facts of the document. */
  note({ name, definition, isHeard, isStep }: CompiledElement, counted: NonNullable<Job['counted']>): void {
    counted.tags++;
    if (isHeard) counted.isHeard = true;
    if (!isStep || this.steps === undefined) return;
    this.step = { element: name, role: definition.role, links: [] };
    this.steps.push(this.step);
  }

  /** Writes escaped text. */
  write(text: string): void {
    const before = this.#markup;
    if (before !== undefined) this.#append(before);
    this.#markup = undefined;
    this.#written += text;
    this.mostBytes += text.length * 3;
  }

  /** Writes tags. */
  mark(next: Markup): void {
    const before = this.#markup;
    if (before === undefined) {
      this.#markup = next;
      return;
    }
    const both = before.followedBy(next);
    if (both === undefined) this.#append(before);
    this.#markup = both ?? next;
  }

  #append({ text, bytes }: Markup): void {
    this.#written += text;
    this.mostBytes += bytes;
  }

  /** The written characters, without the last tags and pending parts: never more than the bytes. */
  get length(): number {
    const slots = this.later === undefined ? 0 : this.later.length;
    return this.#written.length - slots;
  }

  /** All written text. */
  written(): string {
    this.write('');
    return this.#written;
  }

  /** Reports a problem. Development collects all problems; production stops at the first. */
  problem<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>, cause?: unknown): void {
    const { debugNode } = this;
    const problem: Problem = { code, facts: facts as Facts, severity: 'error', frame: debugNode, cause };
    if (debugNode === undefined) throw new RenderError([problem]);
    debugNode.content.push(problem);
  }

  /** Stops the walk at once, in development as well. */
  stop<Code extends ErrorCode>(
    code: Code,
    facts: FactsOf<Code>,
    frame: DebugNode | undefined = this.debugNode,
  ): never {
    throw new RenderError([{ code, facts: facts as Facts, severity: 'error', frame }]);
  }

  /** Reports a warning: the document is still served. */
  warning<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): void {
    const { debugNode } = this;
    const problem: Problem = { code, facts: facts as Facts, severity: 'warning', frame: debugNode };
    if (debugNode === undefined) this.job.warn(problem);
    else debugNode.content.push(problem);
  }
}
