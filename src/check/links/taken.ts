/**
 * The links that a call took, from its events.
 * @module
 */
import type { PhoneCall, PhoneEvent } from '../../phone/index.ts';
import { pathOf } from '../../phone/http/address.ts';
import { maskNumbers } from '../../phone/transcript.ts';
import { endOf } from '../end-of.ts';
import type { Place } from './place.ts';

/** A link that a call took. It is JSON, and has no digits of an input of several keys. */
export interface TakenLink {
  readonly from: Place;
  /** The key, `digits`, `speech`, `silence`, `record` or `dial:…`; empty for what comes by itself. */
  readonly key: string;
  readonly to: Place;
}

/** After these nothing of the document's beginning is heard any more. */
const begins = new Set<PhoneEvent['event']>([
  'ask',
  'dial',
  'record',
  'input',
  'conference',
  'multiPartyCall',
]);

/**
 * The links that a call took so far, in order. A caller who hangs up takes none.
 *
 * @param call what `call(…)` of `plivo-jsx/testing` or `startCall(…)` gave
 * @example
 * ```ts
 * import { takenBy } from 'plivo-jsx/check';
 * import { call } from 'plivo-jsx/testing';
 *
 * const phone = await call('http://localhost:5000/ivr');
 * await phone.press('1');
 * for (const { from, key, to } of takenBy(phone)) console.log(from, key, to);
 * ```
 */
export function takenBy({ events, ended }: Pick<PhoneCall, 'events' | 'ended'>): readonly TakenLink[] {
  const parts = documentsIn(events);
  return parts.flatMap(({ place, events: during }, index): TakenLink[] => {
    const next = parts[index + 1]?.place;
    const link = { from: place, key: keyIn(during) };
    if (next !== undefined) return [{ ...link, to: next }];
    if (ended === undefined) return [];
    const { kind } = endOf(ended, during);
    return kind === 'caller' ? [] : [{ ...link, to: { ended: kind } }];
  });
}

/** One document of a call, and the events until the next one. */
interface Part {
  readonly place: Place;
  readonly events: readonly PhoneEvent[];
}

function documentsIn(events: readonly PhoneEvent[]): Part[] {
  const starts = events.flatMap(({ event }, index) => (event === 'document' ? [index] : []));
  return starts.map((start, index) => {
    const during = events.slice(start, starts[index + 1]);
    const [document] = during;
    const path = document?.event === 'document' ? pathOf(document.url) : '';
    return { place: { path, says: firstWordsOf(during) }, events: during };
  });
}

function firstWordsOf(events: readonly PhoneEvent[]): string {
  for (const event of events) {
    if (event.event === 'speak') return maskNumbers(event.text);
    if (event.event === 'play') return event.url;
    if (begins.has(event.event)) return '';
  }
  return '';
}

/** What decided where the call went on. */
function keyIn(events: readonly PhoneEvent[]): string {
  const isAsked = events.some(({ event }) => event === 'ask');
  const decided = events.findLast(
    (event) =>
      event.event === 'input' ||
      event.event === 'dialed' ||
      event.event === 'recorded' ||
      (event.event === 'press' && event.by === 'ALeg'),
  );
  switch (decided?.event) {
    case 'dialed':
      return `dial:${decided.status}`;
    case 'recorded':
      return 'record';
    case 'press':
      return oneKey(decided.keys);
    case 'input': {
      if (decided.outcome === 'none') return 'silence';
      const pressed = events.findLast((event) => event.event === 'press');
      const keys = decided.digits ?? (decided.speech === undefined ? pressed?.keys : undefined);
      return keys === undefined || keys === '' ? 'speech' : oneKey(keys);
    }
    default:
      return isAsked ? 'silence' : '';
  }
}

/** A key; several are told as what they are. */
export const oneKey = (keys: string): string => (keys.length === 1 ? keys : 'digits');
