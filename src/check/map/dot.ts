/**
 * A map in the language of Graphviz.
 * @module
 */
import { drawingOf, type Changes, type DrawnArrow, type DrawnBox, type Look } from './drawing.ts';
import type { FlowMap } from './flow-map.ts';
import { isLoud, paints, palette } from './palette.ts';

/**
 * Writes a map in the language of Graphviz, for `dot -Tpdf` and others.
 *
 * @param changes what differs from an earlier map, which is then drawn instead of findings
 * @example
 * ```ts
 * import { explore, mapOf, toDot } from 'plivo-jsx/check';
 *
 * console.log(toDot(mapOf(await explore('http://localhost:5000/ivr'))));
 * ```
 */
export function toDot(map: FlowMap, changes?: Changes): string {
  return dotWith('Helvetica,Arial,sans-serif', map, changes);
}

/** The same, with another font. */
export function dotWith(fonts: string, map: FlowMap, changes?: Changes): string {
  const { title, isWide, boxes, arrows } = drawingOf(map, changes);
  const font = `fontname=${quoted(fonts)}`;
  return [
    `digraph ${quoted(title)} {`,
    `  graph [rankdir=${isWide ? 'LR' : 'TB'}, nodesep=${isWide ? 0.15 : 0.35}, ranksep=0.5, pad=0.2, bgcolor="${palette.page.light}", ${font}]`,
    `  node [shape=box, style="rounded,filled", margin="0.14,0.09", fontsize=12, ${font}]`,
    `  edge [fontsize=11, arrowsize=0.7, penwidth=1.2, ${font}]`,
    ...boxes.map((box) => `  ${quoted(box.name)} [${attributesOf(box)}]`),
    ...arrows.map((arrow) => `  ${quoted(arrow.from)} -> ${quoted(arrow.to)} [${styleOf(arrow)}]`),
    '}',
    '',
  ].join('\n');
}

function attributesOf(box: DrawnBox): string {
  const { line, fill, isDashed } = paints[box.look];
  return [
    `label=${labelOf(box)}`,
    `color="${line.light}"`,
    `fillcolor="${fill.light}"`,
    ...(isDashed ? ['style="rounded,filled,dashed"'] : []),
    ...(box.isEnd
      ? ['margin="0.12,0.03"', 'height=0.3', 'fontsize=11']
      : [`penwidth=${box.look === 'plain' ? 1 : 1.6}`]),
  ].join(', ');
}

function labelOf({ isEnd, look, title, says, findings, ways }: DrawnBox): string {
  const { text } = paints[look];
  if (isEnd) return `<${coloured(text.light, escaped(title))}>`;
  const left = '<BR ALIGN="LEFT"/>';
  const lines = [
    coloured(text.light, `<B>${escaped(title)}</B>`),
    ...says.map((line) => coloured(palette.quiet.light, escaped(line), 11)),
    ...ways.map((way) => coloured(textOf(way.look).light, escaped(way.text), 11)),
    ...findings.map((line) => coloured(palette.error.light, `<B>${escaped(line)}</B>`, 11)),
  ];
  return `<${lines.map((line) => line + (lines.length === 1 ? '' : left)).join('')}>`;
}

function styleOf({ look, lines }: DrawnArrow): string {
  const { line, isDashed } = paints[look];
  // A blank at both ends keeps the text away from the line.
  const label = lines
    .map((each) => `${coloured(textOf(look).light, ` ${escaped(each)} `)}<BR ALIGN="LEFT"/>`)
    .join('');
  return [
    ...(lines.length === 0 ? [] : [`label=<${label}>`]),
    `color="${line.light}"`,
    ...(isDashed ? ['style=dashed'] : []),
  ].join(', ');
}

/** The text of an arrow has the colour of its line, if that means something. */
const textOf = (look: Look) => (isLoud(look) ? paints[look].line : palette.text);

const coloured = (colour: string, text: string, size?: number) =>
  `<FONT COLOR="${colour}"${size === undefined ? '' : ` POINT-SIZE="${size}"`}>${text}</FONT>`;

/** A text for an HTML label. Graphviz reads `\N` as the name of the box, and two backslashes as one. */
const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);

/** A name. Graphviz would read more into a backslash than there is. */
const quoted = (text: string) => `"${text.replaceAll('\\', '%5C').replaceAll('"', '\\"')}"`;
