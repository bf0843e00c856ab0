import { readFileSync } from 'node:fs';
import { readMap, type FlowMap } from '../../../check/index.ts';

/**
 * What to compare with: the map in a file, or the commit of that name.
 *
 * @throws {@link PlivoJsxError} `E_MAP` for a file of something else
 */
export function earlierMap(written: string): { readonly map: FlowMap } | { readonly ref: string } {
  if (!written.endsWith('.json')) return { ref: written };
  return { map: readMap(readFileSync(written, 'utf8'), written) };
}
