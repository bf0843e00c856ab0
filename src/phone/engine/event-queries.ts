/**
 * What a call said and requested, taken from its events.
 * @module
 */
import type { Method } from '../../elements/url.ts';
import type { PhoneEvent } from './events.ts';

/** A text that was spoken, or a file that was played. */
export interface Heard {
  /** Call time, in seconds. */
  readonly at: number;
  /** The words, or the URL of a file. */
  readonly text: string;
  /** Missing for a file. */
  readonly language?: string;
  /** Missing for a file. */
  readonly voice?: string;
}

/** A request that the phone sent. */
export interface SentRequest {
  readonly method: Method;
  /** Path and query. */
  readonly path: string;
  /** Plivo's fields, such as `Digits`. */
  readonly params: { readonly [name: string]: string };
  /** Missing when there was no reply. */
  readonly status: number | undefined;
}

/** The path and the query of a URL. */
export const pathAndQueryOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** Everything the caller heard, in order. */
export function heardIn(events: readonly PhoneEvent[]): Heard[] {
  return events.flatMap((event): Heard[] => {
    if (event.event === 'speak') {
      const { at, text, language, voice } = event;
      return [{ at, text, language, voice }];
    }
    return event.event === 'play' ? [{ at: event.at, text: event.url }] : [];
  });
}

/** Every request, in order. */
export function requestsIn(events: readonly PhoneEvent[]): SentRequest[] {
  return events.flatMap((event): SentRequest[] => {
    if (event.event !== 'request') return [];
    const { method, url, params, status } = event;
    return [{ method, path: pathAndQueryOf(url), params, status }];
  });
}
