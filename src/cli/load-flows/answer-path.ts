/**
 * Where calls begin.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { findFlows } from './find-flows.ts';

/** Where calls begin in an app that has no flows, unless one is told. */
export const usualPath = '/ivr';

/**
 * The path of the first level of the first flow; {@link usualPath} where there are no flows.
 *
 * @throws {@link PlivoJsxError} when the flows cannot be loaded
 */
export async function answerPath(): Promise<string> {
  try {
    const [flow] = await findFlows('flows');
    return flow!.answer.path;
  } catch (error) {
    if (error instanceof PlivoJsxError && error.code === 'E_NO_FLOWS') return usualPath;
    throw error;
  }
}
