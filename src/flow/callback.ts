/**
 * A callback: an address to which Plivo reports an event without expecting a document.
 * @module
 */
import type { Context } from '../render/context.ts';
import { createLevel, type Level, type LevelOptions, type LevelProps } from './level.ts';
import type { ParamsSchema } from './params.ts';

/**
 * Handles a notice. A promise that it returns is awaited; the value is ignored. Of the context it has the `session` and the
 * language of the call.
 */
export type CallbackHandler<S = undefined> = (notice: LevelProps<S>, context: Context) => unknown;

/**
 * Creates an address for notices, for attributes such as `callbackUrl` and `statusCallbackUrl`. The reply is 200 without
 * a body.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/callbacks
 *
 * @param path the path, such as `/ivr/dialled`: letters, digits and `._~-` between slashes
 * @param options the schema of the parameters, and the methods that the callback answers. Default: no parameters
 * @param handler handles a notice; may be async
 * @returns a function that creates typed links to the callback
 * @throws {@link PlivoJsxError} `E_PATH` when the path has other characters, ends with a slash, or has a part `.`, `..` or
 *   with `__proto__`
 * @example
 * ```tsx
 * import { callback, Dial, level, Number, Response } from 'plivo-jsx';
 *
 * export const dialled = callback('/dialled', ({ call }) => console.log(call.kind));
 * export const transfer = level('/transfer', () => (
 *   <Response>
 *     <Dial callbackUrl={dialled()}>
 *       <Number>+15551234567</Number>
 *     </Dial>
 *   </Response>
 * ));
 * ```
 */
export function callback<const Path extends `/${string}`>(path: Path, handler: CallbackHandler): Level<Path>;
export function callback<const Path extends `/${string}`, S extends ParamsSchema | undefined = undefined>(
  path: Path,
  options: LevelOptions<S>,
  handler: CallbackHandler<S>,
): Level<Path, S>;
export function callback(
  path: string,
  ...rest: [CallbackHandler] | [LevelOptions<ParamsSchema | undefined>, CallbackHandler<never>]
): unknown {
  return createLevel('callback', path, rest, callback);
}
