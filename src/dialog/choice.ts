/**
 * `<Choice>` and `<Repeat>`: the options of a `<Menu>`.
 * @module
 */
import type { Node } from '../../jsx-runtime/element.ts';
import type { Key } from '../elements/telephone-key.ts';
import type { Link } from '../elements/url.ts';
import type { Context } from '../render/context.ts';
import { DocumentError } from '../render/explain/problem.ts';
import { assertLinks } from './assert-links.ts';
import { speak } from './prompt.ts';
import type { Prompt } from './say.ts';
import type { Words } from './words-of.ts';

declare module '../render/context.ts' {
  interface Context {
    /** Whether a `<Menu>` is around the component. */
    readonly isInMenu?: boolean | undefined;
  }
}

/** The props of {@link Choice}. */
export interface ChoiceProps {
  /** The key of the choice. */
  readonly digit: Key;
  /** Words that choose it as well; in a sentence of a catalogue, commas are between them. With them the caller may speak. Default: none. */
  readonly says?: Words | undefined;
  /** Where the call goes on. */
  readonly next: Link;
  /** What the caller hears: say the option before its key. */
  readonly children?: Prompt;
}

/**
 * An option of a {@link Menu}: a key, or words, that lead to a level.
 *
 * @throws {@link PlivoJsxError} `E_CHOICES` outside of a menu, and for a key that another choice has; in development also for
 *   words that another choice has, and for a prompt that tells the caller to press another key
 * @example
 * ```tsx
 * import { Choice, level, Menu, Response, Speak } from 'plivo-jsx';
 *
 * const hours = level('/hours', () => (
 *   <Response>
 *     <Speak>We are open from nine to five.</Speak>
 *   </Response>
 * ));
 * export const menu = level('/menu', () => (
 *   <Response>
 *     <Menu onGiveUp={hours()}>
 *       <Choice digit="1" says="opening hours" next={hours()}>
 *         For our opening hours, press 1.
 *       </Choice>
 *     </Menu>
 *   </Response>
 * ));
 * ```
 */
export function Choice({ children, next }: ChoiceProps, { isInMenu }: Context): Node {
  if (isInMenu !== true) throw outside('Choice');
  assertLinks('Choice', { next });
  return speak(children);
}

/** The props of {@link Repeat}. */
export interface RepeatProps {
  /** The key that repeats the menu. */
  readonly digit: Key;
  /** Words that repeat it as well. Default: none. */
  readonly says?: Words | undefined;
  /** What the caller hears. */
  readonly children?: Prompt;
}

/**
 * An option of a {@link Menu}: a key, or words, that repeat it. A menu is repeated three times at most, so that a stuck key reaches an end.
 *
 * @throws {@link PlivoJsxError} `E_CHOICES` as {@link Choice}
 * @example
 * ```tsx
 * import { Repeat } from 'plivo-jsx';
 *
 * const again = <Repeat digit="*">To hear this again, press star.</Repeat>;
 * ```
 */
export function Repeat({ children }: RepeatProps, { isInMenu }: Context): Node {
  if (isInMenu !== true) throw outside('Repeat');
  return speak(children);
}

const outside = (component: string) =>
  new DocumentError('E_CHOICES', {
    component,
    problem: 'stands outside of a <Menu>',
    suggestion: 'put it into a <Menu>, which asks for the key',
  });
