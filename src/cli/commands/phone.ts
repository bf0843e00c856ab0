/**
 * `plivo-jsx phone`: calls any Plivo answer URL from a terminal or a script.
 * @module
 */
import { isError, parseScript, runScript, startCall, type PhoneEvent } from '../../phone/index.ts';
import { commands } from '../commands.ts';
import { help as page } from './phone/help.ts';
import { Keyboard } from './phone/keyboard.ts';
import { live } from './phone/live.ts';
import { readPhoneArguments } from './phone/options.ts';
import { show } from './phone/show.ts';
import { styleFor } from './phone/style.ts';
import { asJson, oneLine } from '../terminal.ts';

const { says, usage } = commands['phone']!;

/** The help, with all flags and tokens. */
export const help = (): string => page(says, usage);

/** Runs the call; the exit code is 1 when Plivo would have reported an error. */
export async function run(args: readonly string[]): Promise<number> {
  const { url, options, script, json, verbose, xml, realTime } = readPhoneArguments(args, usage);
  const steps = script === undefined ? undefined : parseScript(script);
  const style = styleFor(process.stdout, process.env);
  const onEvent = (event: PhoneEvent) => {
    if (json) console.log(asJson(event));
    else for (const line of show(event, { verbose, xml, style })) console.log(line);
  };
  const isByHand = steps === undefined && process.stdin.isTTY;
  const pace = isByHand && realTime ? 'step' : 'skip';
  const caller = new AbortController();
  const call = await startCall(url, { ...options, onEvent, pace, signal: caller.signal });
  if (steps !== undefined) {
    const left = await runScript(call, steps);
    if (left.length > 0)
      console.error(
        oneLine(`The call was over before ${left.map(({ token }) => token).join(' ')} of the script.`),
      );
  } else {
    const hangUp = () => caller.abort();
    const keyboard = new Keyboard(process.stdin, { hangUp, quit: () => process.exit(130) });
    const faint = styleFor(process.stderr, process.env);
    try {
      await live(call, keyboard, pace === 'step', (line) => console.error(faint('dim', `          ${line}`)));
    } finally {
      keyboard.close();
    }
  }
  return isError(call.ended?.code ?? 0) ? 1 : 0;
}
