/**
 * What documents hold of people stays out of what was explored, since that is committed and printed.
 * @module
 */
import type { CallState } from '../phone/index.ts';
import { maskNumbers } from '../phone/transcript.ts';

const places = /(<(?:Number|User)\b[^<>]*>)([^<]*)|(\b(?:callerId|src|dst)=")([^"]*)/g;

/** A document without the numbers that it dials or names. Keys such as those of `validDigits` stay. */
export const maskedXml = (xml: string): string =>
  xml.replace(
    places,
    (_, tag?: string, to?: string, name?: string, value?: string) =>
      `${tag ?? name ?? ''}${maskNumbers(to ?? value ?? '')}`,
  );

/** A state without the numbers of its legs. */
export function maskedState(state: CallState): CallState {
  const masked = <Leg extends { readonly to: string }>(leg: Leg): Leg => ({
    ...leg,
    to: maskNumbers(leg.to),
  });
  if (state.type === 'dialing') return { ...state, legs: state.legs.map(masked) };
  return 'leg' in state ? { ...state, leg: masked(state.leg) } : state;
}
