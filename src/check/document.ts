/**
 * The documents of a graph as elements, for rules about what is written in them.
 * @module
 */
import { isProblem } from '../phone/document/problem.ts';
import { readXml, type XmlElement } from '../phone/document/read-xml.ts';
import { parseUrl } from '../parse-url.ts';
import type { Graph, Node } from './graph.ts';

const roots = new WeakMap<Node, XmlElement | undefined>();

/** All elements of a document below `<Response>`, in its order. */
export function elementsOf(node: Node): readonly XmlElement[] {
  if (!roots.has(node)) {
    const read = readXml(node.xml, { comments: true });
    roots.set(node, isProblem(read) ? undefined : read);
  }
  const root = roots.get(node);
  return root === undefined ? [] : below(root);
}

const below = (element: XmlElement): XmlElement[] =>
  element.children.flatMap((child) => [child, ...below(child)]);

/** All text in an element, without that of some elements in it. */
export const textOf = ({ content }: XmlElement, without: readonly string[] = []): string =>
  content
    .map((part) =>
      typeof part === 'string' ? part : without.includes(part.name) ? ' ' : textOf(part, without),
    )
    .join('');

/** An address in a document. */
export interface Address {
  readonly element: XmlElement;
  /** The attribute that it is the value of; missing for the text of `<Redirect>`. */
  readonly attribute?: string;
  readonly url: URL;
}

/** The attributes whose reply is the next document. */
const leadsOn = new Set<string | undefined>([undefined, 'action']);

/** Whether the reply from an address is the next document, and no notice, sound or file. */
export const isNextDocument = ({ attribute }: Address): boolean => leadsOn.has(attribute);

/** The absolute addresses of a document, without those of audio files. */
export function addressesOf(node: Node): readonly Address[] {
  return elementsOf(node).flatMap((element) => {
    const found = Object.entries(element.attributes).flatMap(([attribute, text]): Address[] => {
      const url = absolute(text);
      return url === undefined ? [] : [{ element, attribute, url }];
    });
    const url = element.name === 'Redirect' ? absolute(element.text) : undefined;
    return url === undefined ? found : [...found, { element, url }];
  });
}

const absolute = (text: string): URL | undefined => (/^https?:\/\//i.test(text) ? parseUrl(text) : undefined);

/** Whether an address is one of the app that was explored. */
export const isOfApp = ({ url }: Graph, address: URL): boolean => new URL(url).host === address.host;
