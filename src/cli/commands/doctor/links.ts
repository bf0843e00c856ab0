/**
 * Whether the links of an answer lead back to where it came from.
 * @module
 */
import { definitions } from '../../../elements/define-element.ts';
import type { XmlElement } from '../../../phone/document/read-xml.ts';
import { ok, wrong, type Finding } from './finding.ts';

/** One link that Plivo will ask for the next document. */
interface Next {
  readonly place: string;
  readonly url: string;
}

/** Each link that does not begin with the address that was asked; or that all do. */
export function linkFindings(root: XmlElement, base: string): Finding[] {
  const links = [...linksOf(root)];
  const astray = links
    .filter(({ url }) => !isBelow(url, base))
    .map(({ place, url }) => strayed(place, url, base));
  if (astray.length > 0) return astray;
  const says = links.length === 0 ? 'The document has no links.' : `Its links lead to ${base}.`;
  return [ok('links', says)];
}

function* linksOf(element: XmlElement): Generator<Next> {
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

function strayed(place: string, url: string, base: string): Finding {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return wrong('links', `${place} is no absolute URL, and Plivo needs one.`, `begin it with ${base}.`);
  }
  const { origin, pathname } = new URL(url);
  return wrong(
    'links',
    `${place} leads to ${origin}${pathname}, which is not at ${base}.`,
    `set PUBLIC_URL of the app to ${base}.`,
  );
}
