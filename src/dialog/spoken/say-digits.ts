/**
 * `<SayDigits>`.
 * @module
 */
import { jsx } from '../../../jsx-runtime/jsx-runtime.ts';
import type { Node } from '../../../jsx-runtime/element.ts';
import type { Context } from '../../render/context.ts';
import { isPolly, notSpoken } from './spoken-value.ts';

/** The props of {@link SayDigits}. */
export interface SayDigitsProps {
  /** Digits and letters, such as `4021` or `AB12`. There is a pause at each space and hyphen; a `+` in front is not said. */
  readonly value: string;
  /** How many are said before a pause: 2 says `4021` in pairs. Default: a pause only at spaces and hyphens. */
  readonly groups?: number | undefined;
}

/**
 * Says digits one by one: a code, or a phone number. A Polly voice gets `<say-as>`; any other reads them with spaces
 * between: `4 0 2 1`.
 *
 * @throws {@link RenderError} with `E_SPOKEN` when the value has other characters
 * @example
 * ```tsx
 * import { Say, SayDigits } from 'plivo-jsx';
 *
 * const code = (
 *   <Say>
 *     Your code is <SayDigits value="4021" groups={2} />.
 *   </Say>
 * );
 * ```
 */
export const SayDigits = ({ value, groups }: SayDigitsProps, context: Context): Node => {
  const isValid = typeof value === 'string' && valid.test(value) && isGroup(groups);
  if (!isValid) throw notSpoken('SayDigits', 'digits or letters as a text', '<SayDigits value="4021" />');
  const parts = value.match(/[a-z\d]+/gi)!.flatMap((part) => inGroups(part, groups));
  return isPolly(context) ? parts.map(sayAs) : parts.map((part) => [...part].join(' ')).join(', ');
};

const valid = /^\+?(?:[a-z\d][ -]*)+$/i;

const isGroup = (groups: number | undefined) =>
  groups === undefined || (Number.isSafeInteger(groups) && groups >= 1);

function inGroups(part: string, groups = part.length): string[] {
  const count = Math.ceil(part.length / groups);
  return Array.from({ length: count }, (_, at) => part.slice(at * groups, (at + 1) * groups));
}

/** With a pause before all but the first group. */
const sayAs = (children: string, at: number): Node => [
  at > 0 && jsx('break', { time: '300ms' }),
  jsx('say-as', { 'interpret-as': /^\d+$/.test(children) ? 'digits' : 'characters', children }),
];
