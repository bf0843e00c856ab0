/**
 * A callback: where Plivo tells what happened and wants no document back.
 * @module
 */
import { step, type Level, type LevelOptions, type LevelProps } from './level.ts';
import type { ParamsSchema } from './params.ts';

/** Receives a notice. What it returns is ignored; a promise is awaited. */
export type CallbackHandler<S = undefined> = (notice: LevelProps<S>) => unknown;

/**
 * Makes an address for notices, for `callbackUrl`, `statusCallbackUrl` and the like. Plivo gets 200 and nothing.
 *
 * Source: https://www.plivo.com/docs/voice/concepts/callbacks
 *
 * @param path the address; see {@link level}
 * @param handler what to do with the notice
 * @throws {@link PlivoJsxError} `E_PATH` when the path has other characters, or ends with a slash
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
  return step('callback', path, rest);
}
