/**
 * Where a document leads, in the words of the log.
 * @module
 */
import { isDialogKey, readDialogState, type DialogState } from '../../flow/dialog-state.ts';
import { decodeText } from '../../flow/param-text.ts';
import type { DocumentFacts, Step } from '../../render/facts.ts';
import type { LevelTable, ServedLevel } from '../level-table.ts';
import { isMarker } from '../retry-marker.ts';
import { redacted } from './redact.ts';

/** A dialog and how far it is, such as ` (menu answer, noInput 1, noMatch 1)`. */
export function dialogText({ dialog, phase, noInput, noMatch }: DialogState): string {
  const counts = [noInput > 0 && `, noInput ${noInput}`, noMatch > 0 && `, noMatch ${noMatch}`];
  return ` (${dialog} ${phase}${counts.filter(Boolean).join('')})`;
}

/**
 * Where a document leads, in document order: `GetDigits /ivr/level2, Hangup`. Of a URL only what the author wrote appears:
 * the path of a level, the names of its parameters and enumerated values.
 */
export function nextSteps(
  { steps }: DocumentFacts,
  baseUrl: string,
  levels: Pick<LevelTable, 'get'>,
): string {
  const leading = steps.filter(({ role }) => role === 'asks' || role === 'leads');
  if (leading.length === 0) return 'end of document';
  const all = leading.map((step) => {
    const url = nextUrl(step);
    const href = url?.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : undefined;
    const shown = href && shownHref(href, levels);
    return shown === undefined ? step.element : `${step.element} ${shown}`;
  });
  // A dialog asks once for each try that is left, which differ in the number of silent tries alone.
  return all.filter((shown, index) => shown !== all[index - 1] || !shown.endsWith(')')).join(', ');
}

/** The URL of the next document: the text of a Redirect, otherwise the action. */
const nextUrl = ({ links }: Step): string | undefined =>
  links.find(({ attribute }) => [undefined, 'action', 'onExitActionUrl'].includes(attribute))?.url;

/** A URL of the app itself, with the dialog that it belongs to; undefined when no level has its path. */
function shownHref(href: string, levels: Pick<LevelTable, 'get'>): string | undefined {
  const [path = '', query = ''] = href.split('#', 1)[0]!.split('?', 2);
  const level = levels.get(path);
  if (level === undefined || query === '') return level && path;
  const given = query.split('&').map((item) => [item, ...nameAndValue(item)] as const);
  const dialog = readDialogState(Object.fromEntries(given.map(([, name, value]) => [name, value])));
  const items = given
    .filter(([, name]) => dialog === undefined || !isDialogKey(name))
    .map(([item, name, value]) =>
      isMarker(item) || isDialogKey(name) ? item : shownParam(level, name, decodeText(value)).join('='),
    );
  const shown = items.length === 0 ? path : `${path}?${items.join('&')}`;
  return dialog === undefined ? shown : shown + dialogText({ ...dialog, noInput: 0 });
}

function nameAndValue(item: string): [string, string] {
  const at = item.indexOf('=');
  return [item.slice(0, at), item.slice(at + 1)];
}

/** A parameter as the log shows it: any value that the author did not write may be a caller's words. */
export const shownParam = ({ authored }: ServedLevel, name: string, value: string): [string, string] =>
  authored.declares(name) ? [name, authored.has(name, value) ? value : redacted] : [redacted, redacted];
