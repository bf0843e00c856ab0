import { conference } from './conference.ts';
import { dial } from './dial.ts';
import { dtmf } from './dtmf.ts';
import type { Executor } from './executor.ts';
import { getDigits } from './get-digits.ts';
import { getInput } from './get-input.ts';
import { hangup } from './hangup.ts';
import { message } from './message.ts';
import { multiPartyCall } from './multi-party-call.ts';
import { preAnswer } from './pre-answer.ts';
import { record } from './record.ts';
import { redirect } from './redirect.ts';
import { speak } from './speak.ts';
import { stream } from './stream.ts';
import { wait } from './wait.ts';

/** The executor of each element that may be in a `<Response>`. `<Dial>` executes `<Number>` and `<User>` itself. */
export const executors: ReadonlyMap<string, Executor> = new Map([
  ['Speak', speak],
  ['Play', speak],
  ['GetDigits', getDigits],
  ['GetInput', getInput],
  ['Redirect', redirect],
  ['Hangup', hangup],
  ['Wait', wait],
  ['Dial', dial],
  ['Record', record],
  ['PreAnswer', preAnswer((name) => executors.get(name))],
  ['DTMF', dtmf],
  ['Message', message],
  ['Conference', conference],
  ['MultiPartyCall', multiPartyCall],
  ['Stream', stream],
]);
