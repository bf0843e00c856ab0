import type { CallState } from './call-state.ts';

const descriptions: { readonly [Type in CallState['type']]: string } = {
  asking: 'asks for keys or speech',
  dialing: 'dials and rings',
  confirming: 'waits for the one dialled to press the confirmKey',
  talking: 'has joined the caller and the one dialled',
  recording: 'records the caller',
  conference: 'is in a conference room',
  multiPartyCall: 'is in a multiparty call',
  listening: 'listens for silence or a beep',
  streaming: 'streams its audio',
  endless: 'repeats a prompt for ever',
  busy: 'is saying something or pausing',
  ended: 'is over',
};

/**
 * Describes what a call does, as the end of a sentence that begins with "the call".
 *
 * @param state the state of a call
 * @example
 * ```ts
 * import { describeState, startCall } from 'plivo-jsx/phone';
 *
 * const call = await startCall('http://localhost:5000/ivr');
 * console.log(`The call ${describeState(call.state)}.`);
 * ```
 */
export const describeState = (state: CallState): string => descriptions[state.type];
