/**
 * A call from the keyboard: each key is pressed when it is typed.
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
  a: 'answer',
};

/** What a person at the keyboard sees of it. */
export interface Screen {
  /** Prints a line about the keys. */
  hint(text: string): void;
  /** Shows what is typed. */
  echo(text: string): void;
}

const controlD = '\u0004';

/**
 * Runs the call with the keys of the keyboard, to its end. On a terminal, call time passes as real time does. With a pipe, the
 * call waits for the next key, and the caller is silent after the last one.
 */
export async function runLive(
  call: PhoneCall,
  keyboard: Keyboard,
  isRealTime: boolean,
  screen: Screen,
): Promise<void> {
  const { isTTY } = keyboard;
  let hinted = '';
  if (isTTY) screen.hint('0-9 * # press, s says a line, h hangs up, Enter lets the time pass at once');
  while (call.ended === undefined) {
    const { type } = call.state;
    if (type === 'busy' && !isRealTime) {
      await call.wait();
      continue;
    }
    if (isTTY && hinted !== type) hint(call, screen);
    hinted = type;
    const begun = performance.now();
    const left = isTTY ? (call.due - call.at) * 1000 : Infinity;
    const key = await keyboard.next(left);
    if (isTTY) await passed(call, begun, key === undefined);
    if (key === undefined || call.ended !== undefined) continue;
    if (key === 'end') await (isTTY ? call.hangUp() : silent(call));
    else await pressed(call, key.key, isTTY || key.more, keyboard, screen);
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

function hint(call: PhoneCall, screen: Screen): void {
  const { type } = call.state;
  if (type === 'dialing') {
    const keys = Object.entries(outcomes).map(([key, outcome]) => `${key} ${outcome}`);
    screen.hint(`how does it end? ${keys.join(', ')}`);
  }
  if (type === 'confirming')
    screen.hint('who presses the confirmKey? a key is one of the called party, Enter lets the time pass');
  if (type === 'talking') screen.hint('c the other side hangs up');
  if (type === 'recording') screen.hint('r and a number of seconds speaks that long; a key may end it');
}

async function pressed(
  call: PhoneCall,
  key: string,
  more: boolean,
  keyboard: Keyboard,
  screen: Screen,
): Promise<void> {
  const isPossible = (name: string) => possibleActions(call.state).some(({ type }) => type === name);
  const isConfirming = call.state.type === 'confirming';
  const outcome = outcomes[key];
  if (/^[0-9*#]$/.test(key)) await call.press(key, { more, by: isConfirming ? 'BLeg' : 'ALeg' });
  else if (key === 'h' || key === controlC || key === controlD) await call.hangUp();
  else if (key === 's') await said(call, keyboard, screen);
  else if (key === 'r' && isPossible('record')) await spoken(call, keyboard, screen);
  else if (outcome !== undefined && isPossible('dialOutcome')) await call.dialOutcome(outcome);
  else if (key === '\r' && keyboard.isTTY) await call.wait();
  else if (/[^\s\p{Cc}]/u.test(key))
    screen.hint(`${key} does nothing now: the call ${describeState(call.state)}`);
}

async function said(call: PhoneCall, keyboard: Keyboard, screen: Screen): Promise<void> {
  const text = await readLine(keyboard, 'say', screen);
  if (text === undefined) await call.hangUp();
  else if (text === '') screen.hint('nothing was said');
  else await call.say(text);
}

async function spoken(call: PhoneCall, keyboard: Keyboard, screen: Screen): Promise<void> {
  const text = await readLine(keyboard, 'seconds', screen);
  if (text === undefined) await call.hangUp();
  else if (/^\d{1,5}(\.\d+)?$/.test(text)) await call.record(Number(text));
  else screen.hint('that is not a number of seconds');
}

/** Reads the rest of a line, while no call time passes; undefined for Ctrl-C. */
async function readLine(keyboard: Keyboard, what: string, screen: Screen): Promise<string | undefined> {
  const echo = (text: string) => keyboard.isTTY && screen.echo(text);
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
