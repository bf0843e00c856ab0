/**
 * What documents have in common that differ only in the queries of their URLs, as those of several tries do.
 * @module
 */

/** The most values of one key that are written. */
const mostValues = 8;

/** A document without the queries of its URLs. */
export const shapeOf = (xml: string): string => xml.replace(anyUrl, (url) => url.split('?', 1)[0]!);

/** The query keys whose values differ between documents of one shape, with these values. */
export function variedIn(documents: readonly string[]): readonly string[] {
  const places = documents.map((xml) => [...xml.matchAll(urls)].map(([, query = '']) => queryOf(query)));
  const values = new Map<string, Set<string>>();
  for (const index of places[0]?.keys() ?? []) {
    const here = places.map((queriesOfDocument) => queriesOfDocument[index] ?? new URLSearchParams());
    for (const name of new Set(here.flatMap((query) => [...query.keys()]))) {
      const all = new Set(here.map((query) => query.get(name) ?? 'none'));
      if (all.size === 1) continue;
      const known = values.get(name) ?? new Set();
      values.set(name, new Set([...known, ...all]));
    }
  }
  return [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, all]) => `${name} (${listOf(all)})`);
}

const anyUrl = /https?:\/\/[^\s"'<>]*/g;

const urls = /https?:\/\/[^\s"'<>?]*(?:\?([^\s"'<>]*))?/g;

const queryOf = (escaped: string) => new URLSearchParams(escaped.replaceAll('&amp;', '&'));

function listOf(all: ReadonlySet<string>): string {
  const sorted = [...all].sort((a, b) => Number(b === 'none') - Number(a === 'none') || (a < b ? -1 : 1));
  return sorted.length > mostValues ? `${sorted.length} values` : sorted.join(', ');
}
