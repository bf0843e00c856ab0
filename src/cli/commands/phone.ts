/**
 * `plivo-jsx phone`: calls any Plivo answer URL from a terminal or a script.
 * @module
 */
import { PlivoJsxError } from '../../errors.ts';
import {
  isError,
  parseScript,
  runScript,
  startCall,
  startingPace,
  type PhoneCall,
  type PhoneEvent,
  type ScriptStep,
} from '../../phone/index.ts';
import { readCallTime } from '../../phone/engine/call-time.ts';
import type { CommandDefinition, Invocation } from '../command.ts';
import { printLine, type CommandIO } from '../io.ts';
import { asJson, multiLine, oneLine } from '../../console/sanitize.ts';
import { styleFor } from '../style.ts';
import { helpPage } from './phone/help.ts';
import { Keyboard } from './phone/keyboard.ts';
import { runLive } from './phone/live.ts';
import { readPhoneArguments } from './phone/options.ts';
import { show } from './phone/show.ts';

/** The exit code of a program that Ctrl-C ended. */
const interrupted = 130;

/** The help, with all flags and tokens. */
export const help = (definition: CommandDefinition): string => helpPage(definition);

/** Runs the call. The exit code is 1 when Plivo would report an error, when the app says that it failed, or when the script does not fit. */
export async function run({ args, io, definition }: Invocation): Promise<number> {
  const { url, options, script, json, verbose, xml, realTime } = readPhoneArguments(
    args,
    definition.usage,
    io.env,
  );
  const steps = script === undefined ? undefined : parseScript(script);
  const style = styleFor(io.stdout, io.env);
  let hasFailed = false;
  const onEvent = (event: PhoneEvent) => {
    hasFailed ||= event.event === 'failure';
    if (json) printLine(io.stdout, asJson(event));
    else for (const line of show(event, { verbose, xml, style })) printLine(io.stdout, line);
  };
  const isByHand = steps === undefined && io.stdin.isTTY === true;
  const pace = isByHand && realTime ? 'step' : startingPace(steps ?? []);
  const caller = new AbortController();
  if (options.at !== undefined)
    printLine(
      io.stderr,
      styleFor(io.stderr, io.env)('dim', `The call starts at ${String(readCallTime(options.at))}.`),
    );
  const call = await startCall(url, { ...options, onEvent, pace, signal: caller.signal });
  const exitCode = () => (isError(call.ended?.code ?? 0) || hasFailed ? 1 : 0);
  if (steps !== undefined) {
    const fits = await runWhole(call, steps, io);
    return fits ? exitCode() : 1;
  }
  const faint = styleFor(io.stderr, io.env);
  const screen = {
    hint: (text: string) => printLine(io.stderr, faint('dim', `          ${text}`)),
    echo: (text: string) => void io.stderr.write(text),
  };
  return new Promise((resolve, reject) => {
    const keyboard = new Keyboard(io.stdin, {
      hangUp: () => caller.abort(),
      quit: () => resolve(interrupted),
    });
    runLive(call, keyboard, pace === 'step', screen)
      .finally(() => keyboard.close())
      .then(() => resolve(exitCode()), reject);
  });
}

/** Runs a script; false when it does not fit the call, which is said on standard error. */
async function runWhole(call: PhoneCall, steps: readonly ScriptStep[], io: CommandIO): Promise<boolean> {
  try {
    const left = await runScript(call, steps);
    if (left.length === 0) return true;
    // What ended the call was printed, and is what to mend.
    if (isError(call.ended?.code ?? 0)) return false;
    const tokens = left.map(({ token }) => token).join(' ');
    printLine(io.stderr, multiLine(new PlivoJsxError('E_SCRIPT_LEFT', { tokens: oneLine(tokens) }).message));
  } catch (error) {
    if (!(error instanceof PlivoJsxError) || error.code !== 'E_SCRIPT_STEP') throw error;
    printLine(io.stderr, multiLine(error.message));
  }
  return false;
}
