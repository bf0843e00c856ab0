import type { XmlElement } from '../document/read-xml.ts';
import type { Session } from '../session.ts';
import type { Leg } from '../standing.ts';

const number = /^\+?\d[\d ().-]*$/;
const sipUri = /^sips?:\S+$/i;

/** Those whom a Dial can call; the others are told and left out. */
export function legsOf(dial: XmlElement, session: Session): Leg[] {
  return dial.children.flatMap((element): Leg[] => {
    const kind = element.name === 'User' ? 'User' : 'Number';
    const to = element.text;
    if ((kind === 'User' ? sipUri : number).test(to)) return [{ kind, to }];
    const fix =
      kind === 'User'
        ? 'write a SIP address such as sip:alice@example.com.'
        : 'write a number with its country code.';
    session.warn(`A <${kind}> holds nothing that can be dialled.`, fix, element);
    return [];
  });
}

/** The leg that is meant: by position, or as written. */
export function legOf(legs: readonly Leg[], leg: number | string | undefined): Leg {
  const meant = typeof leg === 'string' ? legs.find(({ to }) => to === leg) : legs[leg ?? 0];
  return meant ?? legs[0]!;
}
