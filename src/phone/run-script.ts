import { PlivoJsxError } from '../errors.ts';
import { describeState } from './engine/describe-state.ts';
import type { PhoneCall } from './engine/phone-call.ts';
import { isPossible } from './engine/possible-actions.ts';
import { isTimed, type ScriptStep } from './script.ts';

/**
 * Runs a script to the end of the call. When its steps are done, silence follows.
 *
 * @param call a call that was started; with {@link startingPace}, if the script may begin with `wait:`
 * @param steps what {@link parseScript} returned
 * @returns the steps that were left when the call had ended
 * @throws {@link PlivoJsxError} `E_SCRIPT_STEP` for a step that the state of the call does not allow; the caller has hung up then
 * @example
 * ```ts
 * import { parseScript, runScript, startCall } from 'plivo-jsx/phone';
 *
 * const call = await startCall('http://localhost:5000/ivr');
 * const left = await runScript(call, parseScript('1 2 dial:busy'));
 * console.log(call.transcript(), left.length);
 * ```
 */
export async function runScript(
  call: PhoneCall,
  steps: readonly ScriptStep[],
): Promise<readonly ScriptStep[]> {
  for (const [index, step] of steps.entries()) {
    if (call.ended !== undefined) return steps.slice(index);
    if (!isPossible(call.state, step.type, step)) {
      const waits = describeState(call.state);
      await call.hangUp();
      const { position, token } = step;
      throw new PlivoJsxError('E_SCRIPT_STEP', { position, token, waits, needs: token.replace(/:.*/s, ':') });
    }
    await takeStep(call, step, steps[index + 1]);
  }
  while (call.ended === undefined) await call.wait();
  return [];
}

/** Runs one step. Before `wait:` it lets no time pass, so that the seconds are counted from it. */
export async function takeStep(
  call: PhoneCall,
  step: ScriptStep,
  next: ScriptStep | undefined,
): Promise<void> {
  call.pace = isTimed(next) ? 'step' : 'skip';
  const begun = call.events.length;
  await runStep(call, step);
  if (call.pace === 'step') await finishStep(call, step, begun);
}

function runStep(call: PhoneCall, step: ScriptStep): Promise<unknown> {
  switch (step.type) {
    case 'press':
      return call.press(step.keys, { by: step.by });
    case 'wait':
      return step.seconds === undefined ? waitForState(call) : call.wait(step.seconds);
    case 'say':
      return call.say(step.text);
    case 'dialOutcome':
      return call.dialOutcome(step.outcome);
    case 'record':
      return call.record(step.seconds);
    case 'hangUp':
      return call.hangUp();
  }
}

/** Lets the time of the step itself pass, which the seconds of a `wait:` after it do not include. */
async function finishStep(call: PhoneCall, { type }: ScriptStep, begun: number): Promise<void> {
  const rings = () =>
    type === 'dialOutcome' &&
    call.events.slice(begun).every(({ event }) => event !== 'leg' && event !== 'dialed');
  const speaks = () =>
    (type === 'record' || type === 'say') && call.state.type === 'recording' && call.state.isSpeaking;
  while (call.ended === undefined && (rings() || speaks())) await call.wait();
}

/** Waits until the state is over by itself; timers that are due earlier do not end the wait. */
async function waitForState(call: PhoneCall): Promise<void> {
  const { state } = call;
  if (state.type === 'ended') return;
  do await call.wait();
  while (call.ended === undefined && call.at < state.until);
}
