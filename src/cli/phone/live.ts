/**
 * A call by hand: keys as they are pressed, and silence that takes its time.
 * @module
 */
import type { DialOutcome, PhoneCall } from '../../phone/index.ts';
import { controlC, type Keyboard } from './keyboard.ts';
import { waitsFor } from '../../phone/engine/describe-state.ts';

/** The keys that say how a Dial ends. */
const outcomes: { readonly [key: string]: DialOutcome } = {
  c: 'completed',
  b: 'busy',
  f: 'failed',
  t: 'timeout',
  n: 'no-answer',
  x: 'cancel',
};

/** Tells how the call is held, a line each. */
export type Tell = (line: string) => void;

const controlD = '\u0004';

/**
 * Follows the keyboard to the end of the call. On a terminal real seconds pass as call time; from a pipe the call waits
 * for the next key, and silence follows the last.
 */
export async function live(
  call: PhoneCall,
  keyboard: Keyboard,
  isRealTime: boolean,
  tell: Tell,
): Promise<void> {
  const { isTTY } = keyboard;
  let hinted: object | string = '';
  if (isTTY) tell('0-9 * # press, s says a line, h hangs up, Enter lets the time pass at once');
  while (call.ended === undefined) {
    const { state } = call.standing;
    if (state === 'busy' && !isRealTime) {
      await call.wait();
      continue;
    }
    if (isTTY && hinted !== state) hint(call, tell);
    hinted = state;
    const begun = performance.now();
    const left = isTTY ? (call.due - call.at) * 1000 : Infinity;
    const key = await keyboard.next(left);
    if (isTTY) await passed(call, begun, key === undefined);
    if (key === undefined || call.ended !== undefined) continue;
    if (key === 'end') await (isTTY ? call.hangUp() : silent(call));
    else await pressed(call, key.key, isTTY || key.more, keyboard, tell);
  }
}

/** As much call time passes as real time has. */
async function passed(call: PhoneCall, begun: number, isDue: boolean): Promise<void> {
  const seconds = (performance.now() - begun) / 1000;
  // A timer may be a little early.
  await call.wait(isDue ? Math.max(seconds, call.due - call.at) : seconds);
}

async function silent(call: PhoneCall): Promise<void> {
  while (call.ended === undefined) await call.wait();
}

function hint(call: PhoneCall, tell: Tell): void {
  const { state } = call.standing;
  if (state === 'dialing') {
    const keys = Object.entries(outcomes).map(([key, outcome]) => `${key} ${outcome}`);
    tell(`how does it end? ${keys.join(', ')}`);
  }
  if (state === 'recording') tell('r and a number of seconds speaks that long; a key may end it');
}

async function pressed(
  call: PhoneCall,
  key: string,
  more: boolean,
  keyboard: Keyboard,
  tell: Tell,
): Promise<void> {
  const { state } = call.standing;
  const outcome = outcomes[key];
  if (/^[0-9*#]$/.test(key)) await call.press(key, { more });
  else if (key === 'h' || key === controlC || key === controlD) await call.hangUp();
  else if (key === 's') await said(call, keyboard, tell);
  else if (key === 'r' && state === 'recording') await spoken(call, keyboard, tell);
  else if (outcome !== undefined && (state === 'dialing' || state === 'talking'))
    await call.dialOutcome(outcome);
  else if (key === '\r' && keyboard.isTTY) await call.wait();
  else if (/[^\s\p{Cc}]/u.test(key)) tell(`${key} does nothing now: the call ${waitsFor[state]}`);
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

/** The rest of a line, while call time stands still; undefined for Ctrl-C. */
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
