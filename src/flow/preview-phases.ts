/**
 * The documents that the dialogs of a level answer with: after a wrong key, after keys that are read back, and for the person who
 * is called. Nobody lists them: they are found by the links of the document.
 * @module
 */
import type { DocumentFacts } from '../render/facts.ts';
import { readCall } from '../webhook/read-call.ts';
import { queryTextOf } from '../webhook/query-text.ts';
import { readDialogState, type DialogState } from './dialog-state.ts';
import type { Flow } from './flow.ts';
import { documentOf, printOptions, type PreviewDocumentOptions, type PreviewedDocument } from './preview.ts';

/** A document of a dialog, and the request that it answers. */
export interface PhaseExample {
  /** Such as `menu: a wrong key`. */
  readonly title: string;
  readonly href: string;
  /** The fields that Plivo would send. */
  readonly fields: { readonly [name: string]: string };
  readonly xml: string;
}

/** An address of a dialog in a document. */
interface PhaseLink {
  readonly href: string;
  readonly state: DialogState;
  /** Whether an element that takes keys has it. */
  readonly asks: boolean;
}

type Show = (href: string, fields: PhaseExample['fields']) => Promise<PreviewedDocument>;

/** Keys that are tried one after the other. Most menus have the key 1 and not the key 9. */
const oneKey = ['1', '9', '8', '7', '6', '5', '4', '3', '2', '0', '*', '#'];
const severalKeys = ['11', '111', '1111', '0101', '11111', '111111', '11111111'];

/**
 * Renders the documents of the dialogs that stand in a document. Each is the answer to a request that Plivo would send; the keys in
 * it are made up.
 *
 * @param facts of the document
 */
export async function previewPhases(
  flows: readonly Flow[],
  facts: DocumentFacts,
  options: PreviewDocumentOptions,
): Promise<readonly PhaseExample[]> {
  const { baseUrl } = options;
  const show: Show = (href, fields) => documentOf(flows, href, readCall(fields), printOptions(options));
  const found: PhaseExample[] = [];
  for (const link of linksOf(facts, baseUrl)) {
    if (link.asks) found.push(...(await answersTo(link, baseUrl, show)));
    else if (link.state.phase === 'whisper') found.push(await whisperOf(link, show));
  }
  return found;
}

async function whisperOf({ href, state }: PhaseLink, show: Show): Promise<PhaseExample> {
  const { xml } = await show(href, {});
  return { title: `${state.dialog}: the whisper`, href, fields: {}, xml };
}

/** What a caller hears after a wrong key, and after keys that are read back, if the made-up keys are a value. */
async function answersTo({ href, state }: PhaseLink, baseUrl: string, show: Show): Promise<PhaseExample[]> {
  const found = new Map<string, PhaseExample>();
  const attempt = async (keys: string): Promise<boolean> => {
    const fields = { Digits: keys };
    const { xml, facts, isNoMatch } = await show(href, fields);
    if (facts.forward !== undefined) return !isNoMatch;
    const isReadBack = linksOf(facts, baseUrl).some(({ state: { phase } }) => phase === 'confirm');
    const what = isNoMatch ? 'a wrong key' : isReadBack ? 'keys that are read back' : undefined;
    const title = `${state.dialog}: ${what}`;
    if (what !== undefined && !found.has(title)) found.set(title, { title, href, fields, xml });
    return false;
  };
  let leadsOn = false;
  for (const key of oneKey) {
    leadsOn = (await attempt(key)) || leadsOn;
    if (found.size > 0) break;
  }
  // A key that leads on is an option of a menu, and menus read nothing back.
  for (const keys of leadsOn ? [] : severalKeys) if (found.size < 2) await attempt(keys);
  return [...found.values()];
}

/** The first address of each phase of each dialog; the ones after it are for a caller who was silent. */
function linksOf({ steps }: DocumentFacts, baseUrl: string): readonly PhaseLink[] {
  const links = new Map<string, PhaseLink>();
  for (const { role, links: printed } of steps) {
    for (const { url } of printed) {
      if (!url.startsWith(`${baseUrl}/`)) continue;
      const href = url.slice(baseUrl.length);
      const state = readDialogState(Object.fromEntries(new URLSearchParams(queryTextOf(href))));
      const key = state && `${state.dialog} ${state.phase}`;
      if (key !== undefined && !links.has(key))
        links.set(key, { href, state: state!, asks: role === 'asks' });
    }
  }
  return [...links.values()];
}
