/**
 * A map in the language of Mermaid, which GitHub and GitLab draw in Markdown.
 * @module
 */
import { drawingOf, type Changes, type DrawnBox } from './drawing.ts';
import type { FlowMap } from './flow-map.ts';
import { isLoud, paints } from './palette.ts';

/**
 * Writes a map in the language of Mermaid.
 *
 * @param changes what differs from an earlier map, which is then drawn instead of findings
 * @example
 * ```ts
 * import { explore, mapOf, toMermaid } from 'plivo-jsx/check';
 *
 * console.log(toMermaid(mapOf(await explore('http://localhost:5000/ivr'))));
 * ```
 */
export function toMermaid(map: FlowMap, changes?: Changes): string {
  const { title, isWide, boxes, arrows } = drawingOf(map, changes);
  const names = new Map(boxes.map(({ name }, index) => [name, `n${index}`]));
  const loud = [...new Set(boxes.map(({ look }) => look))].filter(isLoud);
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    '---',
    `flowchart ${isWide ? 'LR' : 'TD'}`,
    ...boxes.map(
      (box) => `  ${names.get(box.name)}${shapeOf(box)}${isLoud(box.look) ? `:::${box.look}` : ''}`,
    ),
    ...arrows.map(({ from, to, look, lines }) => {
      const line = paints[look].isDashed ? '-.->' : '-->';
      const label = lines.length === 0 ? '' : `|"${lines.map(escaped).join('<br>')}"|`;
      return `  ${names.get(from)} ${line}${label} ${names.get(to)}`;
    }),
    // Without an inside, so that text is legible on a light page and on a dark one.
    ...loud.map((look) => `  classDef ${look} stroke:${paints[look].line.light},stroke-width:3px`),
    ...arrows.flatMap(({ look }, index) =>
      isLoud(look) ? [`  linkStyle ${index} stroke:${paints[look].line.light}`] : [],
    ),
    '',
  ].join('\n');
}

function shapeOf({ isEnd, title, says, findings, ways }: DrawnBox): string {
  if (isEnd) return `(["${escaped(title)}"])`;
  const lines = [
    `<b>${escaped(title)}</b>`,
    ...says.map(escaped),
    ...ways.map(({ text }) => escaped(text)),
    ...findings.map((line) => `<i>${escaped(line)}</i>`),
  ];
  return `["${lines.join('<br>')}"]`;
}

/** All but letters, digits and a few marks become character codes: nothing of a text is read as Mermaid, HTML or Markdown. */
const escaped = (text: string) =>
  text.replaceAll(/[^\p{L}\p{M}\p{N} .,:;!?/…“”¿¡'’()–-]/gu, (character) => `#${character.codePointAt(0)};`);
