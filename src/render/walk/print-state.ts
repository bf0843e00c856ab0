/**
 * The part of a document that is being printed: what is written of it, and where the walk is.
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

/** What all parts of one document share. */
export interface Job {
  readonly context: Context;
  readonly pretty: boolean;
  /** What development keeps of the document; undefined in production. */
  readonly debugTree: DebugNode | undefined;
  /** What is printed. */
  readonly root: Rendered;
  readonly warn: (problem: Problem) => void;
  /** Whether phone numbers and SIP addresses are replaced, for a page that anyone may open. */
  readonly isRedacted: boolean;
  /** Whether the props of the root are made by plivo-jsx: they hold no promise that nobody awaits. */
  readonly isRootOurs: boolean;
  /** How many roots were met; one is right. */
  roots: number;
  /** How many async components were met. */
  asyncs: number;
  /** The most bytes that the document can have. */
  mostBytes: number;
  /** What is counted for the facts of the document; undefined when nobody wants them. */
  readonly counted: { tags: number; isHeard: boolean } | undefined;
  /** How often something was looked into for promises that nobody may wait for, and what. */
  looks: number;
  silenced: Set<unknown> | undefined;
}

/** Where in its document a part stands. */
export interface Place {
  /** The element that it is in; none at the root. */
  readonly holder: CompiledElement | undefined;
  /** What development keeps of what is around it. */
  readonly debugNode: DebugNode | undefined;
  /** Elements around it. */
  readonly depth: number;
  /** Tags, components and lists around it. */
  readonly nested: number;
  /** Where the steps of this part are noted; undefined when nobody wants them. */
  readonly steps: StepList | undefined;
  readonly room: Room | undefined;
}

/** Characters that an element may still say, for all that its async components give together. */
export interface Room {
  left: number;
}

/** What an async component will give, and where that goes. */
export interface Later {
  readonly result: PromiseLike<unknown>;
  readonly component: string;
  readonly place: Place;
}

// Stands in the text where an async part will go. It cannot be mistaken: escaping turns it into a space.
export const slot = '\0';

// A small integer: the engine would box Infinity each time it is stored.
export const unlimited = 0x3fff_ffff;

/** The whole document, or what an async component gave later. */
export class PrintState implements Place {
  readonly job: Job;
  readonly pretty: boolean;
  holder: CompiledElement | undefined;
  debugNode: DebugNode | undefined;
  depth: number;
  nested: number;
  readonly steps: StepList | undefined;
  /** The step of the element that is being printed, if it is one. */
  step: Step | undefined;
  /** Set when characters are left for async components. */
  room: Room | undefined;
  /** Characters that the element being filled may still say. */
  charactersLeft: number;
  /** Set while the text of an element is gathered that takes nothing but text of one shape. */
  gathering = false;
  gathered = '';
  /** The link in the text that is gathered. */
  link: Link | undefined;
  /** What async components will give, in the order of their places. */
  later: Later[] | undefined;
  /** The most bytes that what is written can have: a character of text may take three. */
  mostBytes = 0;
  #written = '';
  /** Comes after what is written. */
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
    // Read only now: other parts of the element may have come first.
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

  /** Characters that are written so far, without the last tags and what comes later: no more than bytes. */
  get length(): number {
    const slots = this.later === undefined ? 0 : this.later.length;
    return this.#written.length - slots;
  }

  /** All that is written so far. */
  written(): string {
    this.write('');
    return this.#written;
  }

  /** Development keeps a problem and goes on, to tell all of them together; production stops at the first. */
  problem<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>, cause?: unknown): void {
    const { debugNode } = this;
    const problem: Problem = { code, facts: facts as Facts, severity: 'error', frame: debugNode, cause };
    if (debugNode === undefined) throw new RenderError([problem]);
    debugNode.content.push(problem);
  }

  /** Ends the walk at once, in development too. */
  stop<Code extends ErrorCode>(
    code: Code,
    facts: FactsOf<Code>,
    frame: DebugNode | undefined = this.debugNode,
  ): never {
    throw new RenderError([{ code, facts: facts as Facts, severity: 'error', frame }]);
  }

  /** Tells of what is served all the same. */
  warning<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): void {
    const { debugNode } = this;
    const problem: Problem = { code, facts: facts as Facts, severity: 'warning', frame: debugNode };
    if (debugNode === undefined) this.job.warn(problem);
    else debugNode.content.push(problem);
  }
}
