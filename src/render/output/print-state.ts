/**
 * The state of the walk: the XML written so far, and the position in the tree.
 * @module
 */
import type { JsxElement } from '../../../jsx-runtime/element.ts';
import type { Link } from '../../elements/url.ts';
import type { ErrorCode, Facts, FactsOf } from '../../errors.ts';
import type { Context } from '../context.ts';
import type { DebugNode } from '../explain/debug-tree.ts';
import { RenderError, type Problem } from '../explain/problem.ts';
import type { Step, StepList } from '../facts.ts';
import type { SoundUse } from '../validate/sound.ts';
import type { SearchState } from '../ignore-rejections.ts';
import type { CompiledElement } from './compiled-element.ts';

/** What the walk over a document shares with the walks over its async components. */
export interface PrintJob extends SearchState {
  readonly context: Context;
  readonly pretty: boolean;
  readonly warn: (problem: Problem) => void;
  /** Whether phone numbers and SIP addresses are replaced, for a page that anyone may open. */
  readonly isRedacted: boolean;
  /** The element that plays the document, if it is a whisper or music. */
  readonly sound: SoundUse | undefined;
  /** Whether a `<Forward>` is followed by whoever renders; otherwise it is printed as a `<Redirect>`. */
  readonly isForwarded: boolean;
  /** Elements without a parent; a document has exactly one. */
  roots: number;
  elements: number;
  asyncComponents: number;
  /** Whether the caller hears something. */
  isHeard: boolean;
  /** What replaces the document, once an element has ended it. */
  replacement: Replacement | undefined;
  /** The job that prints the replacement. */
  replacedBy: PrintJob | undefined;
  /** What content that stands several times has printed. */
  repeated: Map<JsxElement, PrintedOnce> | undefined;
}

/** What content that stands several times in a document printed the first time. */
export interface PrintedOnce {
  readonly xml: string;
  readonly elements: number;
  readonly isHeard: boolean;
}

/** What an element makes of the whole document: other content, or the document of another level. */
export interface Replacement {
  /** The content of the new `<Response>`. */
  readonly children: unknown;
  /** The level whose document is the answer; `children` is not printed then. */
  readonly forward: Link | undefined;
  readonly context: Context;
  /** The component that replaced the document; undefined in production. */
  readonly debugNode: DebugNode | undefined;
}

/** A position in the tree, where an async component is printed later. */
export interface Position {
  /** The element around it; undefined at the root. */
  readonly parent: CompiledElement | undefined;
  /** The element or component around it; undefined in production. */
  readonly debugNode: DebugNode | undefined;
  /** Number of elements around it, for the indentation. */
  readonly indent: number;
  /** Number of elements and lists around it. */
  readonly depth: number;
  /** Where its steps are added; undefined when no facts are collected. */
  readonly steps: StepList | undefined;
  readonly textBudget: TextBudget | undefined;
  /** What components get as their second argument here. */
  readonly context: Context;
}

/** The characters that an element may still contain, shared by all async components inside it. */
export interface TextBudget {
  charactersLeft: number;
}

/** An async component that is printed when its promise is fulfilled. */
export interface AsyncChild {
  readonly result: PromiseLike<unknown>;
  readonly component: string;
  readonly position: Position;
}

/** Marks the place of an async component in the text. It cannot occur in other text: escaping replaces it by a space. */
export const placeholder = '\0';

/** No limit of characters. A small integer, because the engine allocates an object each time it stores Infinity in a field. */
export const unlimited = 0x3fff_ffff;

/** The state of one walk: over the whole document, or over the result of an async component. */
export class PrintState implements Position {
  readonly job: PrintJob;
  readonly pretty: boolean;
  parent: CompiledElement | undefined;
  debugNode: DebugNode | undefined;
  indent: number;
  depth: number;
  readonly steps: StepList | undefined;
  textBudget: TextBudget | undefined;
  context: Context;
  /** Characters that the current element may still contain. */
  charactersLeft: number;
  /** The step of the current element, if it is one. */
  step: Step | undefined;
  /** The text of an element that takes only text, while it is collected. */
  collectedText: string | undefined;
  /** The link in the collected text. */
  collectedLink: Link | undefined;
  /** Whether a `<Forward>` has ended the document: what follows is left out. */
  isEnded = false;
  /** Whether another document replaces what is printed: nothing more is printed. */
  isReplaced = false;
  /** In document order. */
  asyncChildren: AsyncChild[] | undefined;
  /** The escaped XML. */
  xml = '';

  constructor(job: PrintJob, { parent, debugNode, indent, depth, steps, textBudget, context }: Position) {
    this.job = job;
    this.pretty = job.pretty;
    this.parent = parent;
    this.debugNode = debugNode;
    this.indent = indent;
    this.depth = depth;
    this.steps = steps;
    this.textBudget = textBudget;
    this.context = context;
    // Read when the promise is fulfilled: siblings may have used characters in the meantime.
    this.charactersLeft = textBudget === undefined ? unlimited : textBudget.charactersLeft;
  }

  /** Adds the current element to the steps. */
  addStep({ name, definition }: CompiledElement): void {
    if (this.steps === undefined) return;
    this.step = { element: name, role: definition.role, links: [] };
    this.steps.push(this.step);
  }

  /** Development records the error and goes on, to report all of them together. Production throws it. */
  reportError<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>, cause?: unknown): void {
    const { debugNode } = this;
    const problem: Problem = { code, facts: facts as Facts, severity: 'error', frame: debugNode, cause };
    if (debugNode === undefined) throw new RenderError([problem]);
    debugNode.content.push(problem);
  }

  /** Reports a warning; the document is served all the same. */
  reportWarning<Code extends ErrorCode>(code: Code, facts: FactsOf<Code>): void {
    const { debugNode } = this;
    const problem: Problem = { code, facts: facts as Facts, severity: 'warning', frame: debugNode };
    if (debugNode === undefined) this.job.warn(problem);
    else debugNode.content.push(problem);
  }

  /** Ends the walk at once, in development too. */
  fail<Code extends ErrorCode>(
    code: Code,
    facts: FactsOf<Code>,
    frame: DebugNode | undefined = this.debugNode,
  ): never {
    throw new RenderError([{ code, facts: facts as Facts, severity: 'error', frame }]);
  }
}
