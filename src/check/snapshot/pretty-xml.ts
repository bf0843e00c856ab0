/**
 * Writes a document as a reviewer reads it: an element a line, texts as they are spoken.
 * @module
 */
import { isProblem } from '../../phone/document/problem.ts';
import { readXml, type XmlElement } from '../../phone/document/read-xml.ts';

/** A document with line breaks; one that is no XML stays as it is. */
export function prettyXml(xml: string): string {
  const root = readXml(xml, { comments: true });
  return isProblem(root) ? xml : linesOf(root, '').join('\n');
}

function linesOf(element: XmlElement, indent: string): string[] {
  const { name, content, children } = element;
  const isText = content.some((part) => typeof part === 'string' && part.trim() !== '');
  if (isText || children.length === 0) return [indent + inline(element).trim()];
  return [
    `${indent}<${name}${attributesOf(element)}>`,
    ...children.flatMap((child) => linesOf(child, `${indent}  `)),
    `${indent}</${name}>`,
  ];
}

function inline(element: XmlElement): string {
  const { name, content } = element;
  const inside = content.map((part) => (typeof part === 'string' ? escaped(part) : inline(part))).join('');
  const tag = name + attributesOf(element);
  return inside.trim() === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>`;
}

const attributesOf = ({ attributes }: XmlElement): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
