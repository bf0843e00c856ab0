/**
 * Where calls begin.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { findFlows } from './find-flows.ts';

/** Where calls begin in an app without flows, unless another path is given. */
export const defaultPath = '/ivr';

/**
 * The path of the first level of the first flow; {@link defaultPath} where there are no flows.
 *
 * @throws {@link PlivoJsxError} when the flows cannot be loaded
 */
export async function firstPath(production: boolean): Promise<string> {
  try {
    const [flow] = await findFlows('flows', production);
    return flow!.firstLevel.path;
  } catch (error) {
    if (error instanceof PlivoJsxError && error.code === 'E_NO_FLOWS') return defaultPath;
    throw error;
  }
}
