/**
 * What is odd about a webhook that was served all the same.
 * @module
 */
import { formText } from '../form.ts';
import { fieldsOf } from '../request.ts';
import type { ReasonOf } from './events.ts';
import type { LevelContext } from '../level-context.ts';
import type { Webhook } from '../webhook.ts';

/** One thing that is odd; the line of the webhook tells it. */
export type InputAnomaly =
  | { readonly event: 'input'; readonly reason: ReasonOf<'input'> }
  | { readonly event: 'state'; readonly reason: 'language' };

/**
 * Says what is odd, the most telling first.
 *
 * @param isAnswer true for the level at which calls begin: there a caller has not had a choice yet
 * @param languages those that the flow speaks
 */
export function inputAnomalyOf(
  webhook: Webhook,
  isAnswer: boolean,
  languages: readonly string[],
  { isNoMatch }: LevelContext,
): InputAnomaly | undefined {
  const { lang } = webhook;
  if (lang !== undefined && languages.length > 0 && !languages.includes(lang as string))
    return { event: 'state', reason: 'language' };
  const reason = keysOf(webhook, isAnswer) ?? textOf(webhook) ?? (isNoMatch ? 'unknown' : undefined);
  return reason && { event: 'input', reason };
}

function keysOf({ call }: Webhook, isAnswer: boolean): ReasonOf<'input'> | undefined {
  const { input } = call;
  if (input === 'given') return call.digits === '*' ? 'star' : call.digits === '#' ? 'hash' : undefined;
  if (input !== 'none') return input;
  if (call.raw['Digits'] === '' || (call.kind === 'answer' && !isAnswer)) return 'none';
  return undefined;
}

const brokenEscape = /%(?![0-9A-Fa-f]{2})/;

/** Names that every object of JavaScript has. */
const ownNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const longestNumber = 256;

/** Withheld numbers, and what carriers write instead of one. */
const nobody = /^(?:\+?\d*|(?:anonymous|restricted|private|unknown|unavailable|blocked)\b.*)$/i;

function textOf({ request, call }: Webhook): ReasonOf<'input'> | undefined {
  const { From: from } = call.raw;
  if (typeof from === 'string' && (from.length > longestNumber || !nobody.test(from))) return 'from';
  const fields = fieldsOf(request);
  const form = formText(fields) ?? '';
  if (form.includes('\ufffd')) return 'utf8';
  if (brokenEscape.test(form)) return 'escape';
  return ownNames.some((name) => name in fields) ? 'names' : undefined;
}
