import type { DialLeg } from '../../webhook/plivo-enums.ts';
import type { Values } from '../document/values.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import type { Leg } from '../engine/call-state.ts';
import type { Inputs } from '../engine/input.ts';
import { resultOf, timeLimitReached, type DialResult } from './dial-result.ts';
import { DigitsMatch } from './digits-match.ts';

/** The caller and a B leg, who are connected. */
interface Talk {
  readonly session: Session;
  readonly values: Values;
  readonly leg: Leg;
  readonly details: Inputs['dial'];
  /** Notifies `callbackUrl` of a sequence of keys. */
  readonly notify: (params: Params) => Promise<void>;
}

const droppedByStar = resultOf('completed', 4000, 'Caller');

/** Lets them talk until one hangs up, the caller presses `*` or `timeLimit` is over. */
export async function talk({ session, values, leg, details, notify }: Talk): Promise<DialResult> {
  const { outcome, keys = [], hungUpBy = 'BLeg', code } = details;
  const hangupOnStar = values.flag('hangupOnStar');
  const matches = {
    ALeg: new DigitsMatch(values.list('digitsMatch')),
    BLeg: new DigitsMatch(values.list('digitsMatchBLeg')),
  };
  const digitsMatch = { ALeg: matches.ALeg.patterns, BLeg: matches.BLeg.patterns };
  /** Takes keys of either party; true when the caller dropped the other with `*`. */
  const press = async (by: DialLeg, pressed: string): Promise<boolean> => {
    session.emit('press', { keys: pressed, by });
    for (const match of matches[by].take(pressed))
      await notify({ DialDigitsMatch: match, DialDigitsPressedBy: by });
    return by === 'ALeg' && hangupOnStar && pressed.includes('*');
  };
  const limit = session.clock.now + values.number('timeLimit');
  for (const each of keys) if (await press(each.by, each.keys)) return droppedByStar;
  const isOpen = outcome === 'answer';
  const usual = session.clock.now + (details.seconds ?? session.assume.talkSeconds);
  const ends = isOpen ? limit : Math.min(limit, usual);
  for (;;) {
    const heard = await session.waitForInput(
      {
        seconds: ends - session.clock.now,
        needsCaller: isOpen,
        state: (until) => ({ type: 'talking', leg, hangupOnStar, digitsMatch, until }),
      },
      'keys',
      'dial',
    );
    if (heard?.type === 'keys') {
      if (await press(heard.by, heard.keys)) return droppedByStar;
    } else if (heard?.type === 'dial') return hangsUp(session, heard.hungUpBy ?? 'BLeg', heard.code);
    else if (session.clock.now >= limit) return timeLimitReached;
    else return hangsUp(session, hungUpBy, code);
  }
}

function hangsUp(session: Session, by: DialLeg, code: number | undefined): DialResult {
  if (by === 'ALeg') session.hangUpAndStop();
  return resultOf('completed', code);
}
