/**
 * A map as JSON, to be committed and compared.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import { asJson } from '../../console/sanitize.ts';
import type { FlowMap } from './flow-map.ts';

/** Writes a map as JSON. */
export const toJson = (map: FlowMap): string => `${asJson(map, 2)}\n`;

/**
 * Reads a map that {@link toJson} wrote.
 *
 * @param name the file, for the error
 * @throws {@link PlivoJsxError} `E_MAP` for anything else
 */
export function readMap(text: string, name: string): FlowMap {
  let map: Partial<FlowMap> | undefined;
  try {
    map = JSON.parse(text) as Partial<FlowMap>;
  } catch {
    map = undefined;
  }
  const { version, first, boxes, arrows } = Object(map) as Partial<FlowMap>;
  const isMap =
    version === 1 &&
    areTexts(first) &&
    areAll(
      boxes,
      ({ path, says, rules }) => typeof path === 'string' && areTexts(says) && areAll(rules, isRule),
    ) &&
    areAll(
      arrows,
      ({ from, to, labels, after, rules }) =>
        typeof from === 'string' &&
        typeof to?.type === 'string' &&
        areTexts(labels) &&
        areTexts(after) &&
        areAll(rules, isRule),
    );
  if (!isMap) throw new PlivoJsxError('E_MAP', { file: name });
  return map as FlowMap;
}

function areAll<Item>(list: readonly Item[] | undefined, test: (item: Item) => boolean): boolean {
  return Array.isArray(list) && list.every((item: Item) => Object(item) === item && test(item));
}

const areTexts = (list: readonly string[] | undefined): boolean =>
  Array.isArray(list) && list.every((item) => typeof item === 'string');

const isRule = ({ id, name }: { readonly id: string; readonly name: string }) =>
  typeof id === 'string' && typeof name === 'string';
