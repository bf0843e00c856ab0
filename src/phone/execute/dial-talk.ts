import type { DialLeg } from '../../call/words.ts';
import type { Values } from '../document/values.ts';
import type { Params } from '../engine/requests.ts';
import type { Session } from '../engine/session.ts';
import type { Leg } from '../engine/call-state.ts';
import type { Stimuli } from '../engine/input.ts';
import { resultOf, type DialResult } from './dial-result.ts';
import { DigitsMatch } from './digits-match.ts';

/** Two people who were joined. */
interface Talk {
  readonly session: Session;
  readonly values: Values;
  readonly leg: Leg;
  readonly details: Stimuli['dial'];
  /** Tells `callbackUrl` of a pattern that was pressed. */
  readonly notify: (params: Params) => Promise<void>;
}

const starred = resultOf('completed', 4000, 'Caller');

/** Lets two people talk until one hangs up, `*` is pressed or `timeLimit` is over. */
export async function talk({ session, values, leg, details, notify }: Talk): Promise<DialResult> {
  const { outcome, keys = [], hungUpBy = 'BLeg', code } = details;
  const hangupOnStar = values.flag('hangupOnStar');
  const press = presser({ session, values, notify });
  const limit = session.line.now + values.number('timeLimit');
  for (const each of keys) if (await press(each.by, each.keys)) return starred;
  const isOpen = outcome === 'answer';
  const usual = session.line.now + (details.seconds ?? session.assume.talkSeconds);
  const ends = isOpen ? limit : Math.min(limit, usual);
  for (;;) {
    const heard = await session.hear(
      {
        seconds: ends - session.line.now,
        needsCaller: isOpen,
        standing: (until) => ({ state: 'talking', leg, hangupOnStar, until }),
      },
      'keys',
      'dial',
    );
    if (heard?.type === 'keys') {
      if (await press(heard.by, heard.keys)) return starred;
    } else if (heard?.type === 'dial') return hangsUp(session, heard.hungUpBy ?? 'BLeg', heard.code);
    else if (session.line.now >= limit) return resultOf('completed', 6000, 'Plivo');
    else return hangsUp(session, hungUpBy, code);
  }
}

/** Takes keys of both; true when the caller dropped the other by `*`. */
function presser({ session, values, notify }: Pick<Talk, 'session' | 'values' | 'notify'>) {
  const matches = {
    ALeg: new DigitsMatch(values.maybe('digitsMatch')),
    BLeg: new DigitsMatch(values.maybe('digitsMatchBLeg')),
  };
  return async (by: DialLeg, keys: string): Promise<boolean> => {
    session.tell('press', { keys, by });
    for (const match of matches[by].take(keys)) {
      await notify({ DialDigitsMatch: match, DialDigitsPressedBy: by });
    }
    return by === 'ALeg' && values.flag('hangupOnStar') && keys.includes('*');
  };
}

function hangsUp(session: Session, by: DialLeg, code: number | undefined): DialResult {
  if (by === 'ALeg') session.hungUp();
  return resultOf('completed', code);
}
