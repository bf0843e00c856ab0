import type { XmlElement } from '../document/read-xml.ts';
import { Values } from '../document/values.ts';
import type { Session } from '../engine/session.ts';
import type { Leg } from '../engine/call-state.ts';

const number = /^\+?\d[\d ().-]*$/;
const sipUri = /^sips?:\S+$/i;

/** The legs of a Dial. One that cannot be called is left out with a warning. */
export function legsOf(dial: XmlElement, session: Session): Leg[] {
  return dial.children.flatMap((element): Leg[] => {
    const kind = element.name === 'User' ? 'User' : 'Number';
    const to = element.text;
    if ((kind === 'User' ? sipUri : number).test(to)) return [{ kind, to, ...keysOf(element) }];
    const fix =
      kind === 'User'
        ? 'write a SIP address such as sip:alice@example.com.'
        : 'write a number with its country code.';
    session.warn(`A <${kind}> holds nothing that can be dialled.`, fix, element);
    return [];
  });
}

/** The `sendDigits` of a leg, and whether they are sent before the answer. */
function keysOf(element: XmlElement): Pick<Leg, 'sendDigits' | 'sendOnPreanswer'> {
  const values = new Values(element);
  const sendDigits = values.maybe('sendDigits');
  if (sendDigits === undefined) return {};
  return { sendDigits, ...(values.flag('sendOnPreanswer') ? { sendOnPreanswer: true } : {}) };
}

/** Finds a leg by its position or as written. Default: the first. */
export function legOf(legs: readonly Leg[], leg: number | string = 0): Leg | undefined {
  return typeof leg === 'string' ? legs.find(({ to }) => to === leg) : legs[leg];
}
