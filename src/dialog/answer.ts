/**
 * What a caller answered to a question.
 * @module
 */
import type { Call } from '../webhook/call.ts';

/** Keys, words, or nothing that can be used. */
export type Answer =
  | { readonly type: 'keys'; readonly keys: string }
  | { readonly type: 'words'; readonly words: string; readonly confidence: number }
  | { readonly type: 'silence' };

/** Reads the answer in a request; keys and words that cannot be used are an answer that no choice has. */
export function readAnswer(call: Call | undefined): Answer {
  if (call === undefined) return { type: 'silence' };
  const { speech, speechConfidence, input, raw } = call;
  if (speech !== undefined) return { type: 'words', words: speech, confidence: speechConfidence ?? 1 };
  if (input === 'given') return { type: 'keys', keys: call.digits };
  // Plivo may report a timeout with empty values.
  return input === 'none' || raw['Digits'] === '' ? { type: 'silence' } : { type: 'keys', keys: '' };
}
