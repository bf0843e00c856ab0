/**
 * Input anomalies: unusual input of a webhook that is answered all the same.
 * @module
 */
import { soundOfDialog } from '../../flow/dialog-state.ts';
import { formText } from '../form.ts';
import { fieldsOf } from '../request.ts';
import type { ReasonOf } from './events.ts';
import type { Webhook } from '../webhook.ts';

/** One anomaly; it appears in the log line of the webhook. */
export type InputAnomaly =
  | { readonly event: 'input'; readonly reason: ReasonOf<'input'> }
  | { readonly event: 'state'; readonly reason: 'language' };

/**
 * Finds the most telling anomaly of a webhook, if there is one.
 *
 * @param isNoMatch whether a component reported that the input is not an option
 */
export function inputAnomalyOf(webhook: Webhook, isNoMatch: boolean): InputAnomaly | undefined {
  const { lang, served } = webhook;
  const { languages } = served.flow;
  if (lang !== undefined && languages.length > 0 && !languages.includes(lang as string))
    return { event: 'state', reason: 'language' };
  const reason = keysAnomaly(webhook) ?? textAnomaly(webhook) ?? (isNoMatch ? 'unknown' : undefined);
  return reason && { event: 'input', reason };
}

function keysAnomaly({ call, served, dialog }: Webhook): ReasonOf<'input'> | undefined {
  const { input } = call;
  // The one who is called hears a whisper, and is asked for nothing here.
  if (dialog !== undefined && soundOfDialog(dialog) !== undefined) return undefined;
  if (input === 'given') return call.digits === '*' ? 'star' : call.digits === '#' ? 'hash' : undefined;
  if (input !== 'none') return input;
  // Where calls begin, the caller has not been asked yet.
  if (call.raw['Digits'] === '' || (call.kind === 'answer' && !served.isFirst)) return 'none';
  return undefined;
}

const brokenEscape = /%(?![0-9A-Fa-f]{2})/;

/** Names that every JavaScript object has. */
const inheritedNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

const longestNumber = 256;

/** Digits, withheld numbers, and the words that carriers write instead of a number. */
const withheld = /^(?:\+?\d*|(?:anonymous|restricted|private|unknown|unavailable|blocked)\b.*)$/i;

function textAnomaly({ request, call }: Webhook): ReasonOf<'input'> | undefined {
  const { From: from } = call.raw;
  if (typeof from === 'string' && (from.length > longestNumber || !withheld.test(from))) return 'from';
  const fields = fieldsOf(request);
  const form = formText(fields) ?? '';
  if (form.includes('\ufffd')) return 'utf8';
  if (brokenEscape.test(form)) return 'escape';
  return inheritedNames.some((name) => name in fields) ? 'names' : undefined;
}
