/**
 * A call from the keyboard: keys are pressed as they come, and real time passes as call time.
 * @module
 */
import { describeState, possibleActions, type DialOutcome, type PhoneCall } from '../../../phone/index.ts';
import { controlC, type Keyboard } from './keyboard.ts';

/** The keys for the outcomes of a Dial. */
const outcomes: { readonly [key: string]: DialOutcome } = {
  c: 'completed',
  b: 'busy',
  f: 'failed',
  t: 'timeout',
  n: 'no-answer',
  x: 'cancel',
};

/** Shows a line about the keyboard. */
export type Tell = (line: string) => void;

const controlD = '\u0004';

/**
 * Runs the call with the keys of the keyboard, to its end. On a terminal real time passes as call time. From a pipe the
 * call waits for the next key, and silence follows the last one.
 */
export async function live(
  call: PhoneCall,
  keyboard: Keyboard,
  isRealTime: boolean,
  tell: Tell,
): Promise<void> {
  const { isTTY } = keyboard;
  let hinted = '';
  if (isTTY) tell('0-9 * # press, s says a line, h hangs up, Enter lets the time pass at once');
  while (call.ended === undefined) {
    const { type } = call.state;
    if (type === 'busy' && !isRealTime) {
      await call.wait();
      continue;
    }
    if (isTTY && hinted !== type) hint(call, tell);
    hinted = type;
    const begun = performance.now();
    const left = isTTY ? (call.due - call.at) * 1000 : Infinity;
    const key = await keyboard.next(left);
    if (isTTY) await passed(call, begun, key === undefined);
    if (key === undefined || call.ended !== undefined) continue;
    if (key === 'end') await (isTTY ? call.hangUp() : silent(call));
    else await pressed(call, key.key, isTTY || key.more, keyboard, tell);
  }
}

/** Lets as much call time pass as real time has. */
async function passed(call: PhoneCall, begun: number, isDue: boolean): Promise<void> {
  const seconds = (performance.now() - begun) / 1000;
  // A timer may fire a little early.
  await call.wait(isDue ? Math.max(seconds, call.due - call.at) : seconds);
}

async function silent(call: PhoneCall): Promise<void> {
  while (call.ended === undefined) await call.wait();
}

function hint(call: PhoneCall, tell: Tell): void {
  const { type } = call.state;
  if (type === 'dialing') {
    const keys = Object.entries(outcomes).map(([key, outcome]) => `${key} ${outcome}`);
    tell(`how does it end? ${keys.join(', ')}`);
  }
  if (type === 'recording') tell('r and a number of seconds speaks that long; a key may end it');
}

async function pressed(
  call: PhoneCall,
  key: string,
  more: boolean,
  keyboard: Keyboard,
  tell: Tell,
): Promise<void> {
  const isPossible = (name: string) => possibleActions(call.state).some(({ type }) => type === name);
  const outcome = outcomes[key];
  if (/^[0-9*#]$/.test(key)) await call.press(key, { more });
  else if (key === 'h' || key === controlC || key === controlD) await call.hangUp();
  else if (key === 's') await said(call, keyboard, tell);
  else if (key === 'r' && isPossible('record')) await spoken(call, keyboard, tell);
  else if (outcome !== undefined && isPossible('dialOutcome')) await call.dialOutcome(outcome);
  else if (key === '\r' && keyboard.isTTY) await call.wait();
  else if (/[^\s\p{Cc}]/u.test(key)) tell(`${key} does nothing now: the call ${describeState(call.state)}`);
}

async function said(call: PhoneCall, keyboard: Keyboard, tell: Tell): Promise<void> {
  const text = await line(keyboard, 'say');
  if (text === undefined) await call.hangUp();
  else if (text === '') tell('nothing was said');
  else await call.say(text);
}

async function spoken(call: PhoneCall, keyboard: Keyboard, tell: Tell): Promise<void> {
  const text = await line(keyboard, 'seconds');
  if (text === undefined) await call.hangUp();
  else if (/^\d{1,5}(\.\d+)?$/.test(text)) await call.record(Number(text));
  else tell('that is no number of seconds');
}

/** Reads the rest of a line, while no call time passes; undefined for Ctrl-C. */
async function line(keyboard: Keyboard, what: string): Promise<string | undefined> {
  const echo = (text: string) => keyboard.isTTY && process.stderr.write(text);
  echo(`${what}: `);
  let text = '';
  for (;;) {
    const key = await keyboard.next();
    if (key === undefined) continue;
    const character = key === 'end' ? '\n' : key.key;
    if (character === controlC) {
      echo('\n');
      return undefined;
    }
    if (character === '\r' || character === '\n') {
      echo('\n');
      return text.trim();
    }
    if (character === '\u007F' || character === '\b') {
      if (text !== '') echo('\b \b');
      text = [...text].slice(0, -1).join('');
    } else if (/\P{Cc}/u.test(character)) {
      text += character;
      echo(character);
    }
  }
}
