/**
 * Does what a script says, and is silent from then on.
 * @module
 */
import { PlivoJsxError } from '../errors.ts';
import type { PhoneCall, Standing } from './index.ts';
import type { Step } from './script.ts';
import { waitsFor } from './engine/describe-state.ts';

/** The states in which a step is possible; what is not named here a caller can always do. */
const needs: { readonly [Does in Step['does']]?: readonly Standing['state'][] } = {
  dial: ['dialing', 'talking'],
  record: ['recording'],
};

/**
 * Follows the script to the end of the call.
 *
 * @returns the steps that were left when the call had ended
 * @throws {@link PlivoJsxError} `E_SCRIPT_STEP` for a step that the call does not wait for; the caller has hung up then
 */
export async function follow(call: PhoneCall, steps: readonly Step[]): Promise<readonly Step[]> {
  for (const [index, step] of steps.entries()) {
    if (call.ended !== undefined) return steps.slice(index);
    const { state } = call.standing;
    if (needs[step.does]?.includes(state) === false) {
      await call.hangUp();
      const { position, token, does } = step;
      throw new PlivoJsxError('E_SCRIPT_STEP', {
        position,
        token,
        waits: waitsFor[state],
        needs: `${does}:`,
      });
    }
    await take(call, step);
  }
  while (call.ended === undefined) await call.wait();
  return [];
}

function take(call: PhoneCall, step: Step): Promise<unknown> {
  switch (step.does) {
    case 'keys':
      return call.press(step.keys);
    case 'silence':
      return silence(call);
    case 'say':
      return call.say(step.text);
    case 'dial':
      return call.dialOutcome(step.outcome);
    case 'record':
      return call.record(step.seconds);
    case 'hangup':
      return call.hangUp();
  }
}

/** Until what the call waits for is over: what else falls due meanwhile does not end it. */
async function silence(call: PhoneCall): Promise<void> {
  const { until } = call.standing as { readonly until: number };
  do await call.wait();
  while (call.ended === undefined && call.at < until);
}
