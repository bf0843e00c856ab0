/**
 * Whether the links of an answer lead to the address of the app.
 * @module
 */
import { definitions } from '../../../elements/define-element.ts';
import { parseUrl } from '../../../parse-url.ts';
import type { XmlElement } from '../../../phone/document/read-xml.ts';
import { ok, wrong, type Finding } from './finding.ts';

/** A URL from which Plivo will request the next document. */
interface Link {
  readonly place: string;
  readonly url: string;
}

/** A finding for each link that does not begin with the address of the app; one finding if all do. */
export function linkFindings(root: XmlElement, base: string): Finding[] {
  const links = [...linksOf(root)];
  const elsewhere = links
    .filter(({ url }) => !isBelow(url, base))
    .map(({ place, url }) => linkFinding(place, url, base));
  if (elsewhere.length > 0) return elsewhere;
  const message = links.length === 0 ? 'The document has no links.' : `Its links lead to ${base}.`;
  return [ok('links', message)];
}

function* linksOf(element: XmlElement): Generator<Link> {
  const definition = definitions.get(element.name);
  for (const [name, url] of Object.entries(element.attributes)) {
    if (definition?.attributes.get(name)?.urlKind === 'xml' && url !== '')
      yield { place: `The ${name} of <${element.name}>`, url };
  }
  if (definition?.content.urlKind === 'xml')
    yield { place: `The URL of <${element.name}>`, url: element.text };
  for (const child of element.children) yield* linksOf(child);
}

const isBelow = (url: string, base: string) =>
  url.startsWith(base) && /^([/?#]|$)/.test(url.slice(base.length));

function linkFinding(place: string, written: string, base: string): Finding {
  const url = parseUrl(written);
  if (url === undefined || !/^https?:\/\//i.test(written)) {
    return wrong('links', `${place} is not an absolute URL, and Plivo needs one.`, `begin it with ${base}.`);
  }
  const { origin, pathname } = url;
  return wrong(
    'links',
    `${place} leads to ${origin}${pathname}, which is not at ${base}.`,
    `set PUBLIC_URL of the app to ${base}.`,
  );
}
