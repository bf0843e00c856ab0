/**
 * A map as a picture.
 * @module
 */
import type { Changes } from './drawing.ts';
import { dotWith } from './dot.ts';
import type { FlowMap } from './flow-map.ts';
import { palette } from './palette.ts';

/**
 * Draws a map as SVG, with the layout of Graphviz. The same map is the same text, and it is legible on light and dark pages.
 *
 * @param changes what differs from an earlier map, which is then drawn instead of findings
 * @example
 * ```ts
 * import { writeFileSync } from 'node:fs';
 * import { explore, mapOf, toSvg } from 'plivo-jsx/check';
 *
 * writeFileSync('ivr.svg', await toSvg(mapOf(await explore('http://localhost:5000/ivr'))));
 * ```
 */
export async function toSvg(map: FlowMap, changes?: Changes): Promise<string> {
  // Half a megabyte of WebAssembly, which only pictures need.
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  const drawn = graphviz.dot(dotWith(measured, map, changes), 'svg');
  const begin = drawn.indexOf('<svg ') + '<svg '.length;
  const end = drawn.indexOf('>', begin);
  const content = withoutComments(drawn.slice(end)).replaceAll(/ font-family="[^"]*"/g, '');
  return `<svg role="img" font-family="${fonts}" ${drawn.slice(begin, end)}>\n<style>${style}</style>${content.slice(1)}`;
}

/** The version of Graphviz in a comment would change without the picture. */
const withoutComments = (svg: string): string =>
  svg
    .split('<!--')
    .map((part, index) => (index === 0 ? part : part.slice(part.indexOf('-->') + 3).replace(/^\n/, '')))
    .join('');

/** Nobody knows which font a reader has. This one is as wide as the widest of the usual ones, so that texts fit into their boxes. */
const measured = 'Courier';

const fonts = 'Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif';

/** Dark colours instead of the light ones, where dark is preferred. */
const style = `@media(prefers-color-scheme:dark){${Object.values(palette)
  .map(({ light, dark }) => `[fill="${light}"]{fill:${dark}}[stroke="${light}"]{stroke:${dark}}`)
  .join('')}}`;
