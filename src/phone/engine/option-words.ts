/**
 * What the command line and `startCall` both check of the options of a call.
 * @module
 */
import type { CallOptions } from './call-options.ts';

const methods = ['GET', 'POST'];

/** The options with a fixed set of values. */
export const optionWords = {
  direction: ['inbound', 'outbound'],
  callee: ['answers', 'busy', 'rejects', 'does not answer'],
  answeredBy: ['human', 'machine'],
  machineDetection: ['true', 'hangup'],
  pace: ['skip', 'step'],
  answerMethod: methods,
  hangupMethod: methods,
  ringMethod: methods,
  fallbackMethod: methods,
  machineDetectionMethod: methods,
} as const satisfies { readonly [Name in keyof CallOptions]?: readonly string[] };

/** The options of outbound calls. */
export const outboundOptions: ReadonlySet<string> = new Set<keyof CallOptions>([
  'ringUrl',
  'ringMethod',
  'callee',
  'answeredBy',
  'machineDetection',
  'machineDetectionUrl',
  'machineDetectionMethod',
]);
