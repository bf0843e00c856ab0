import type { Standing } from '../index.ts';

/** What a call waits for, as the end of a sentence that begins with "the call". */
export const waitsFor: { readonly [State in Standing['state']]: string } = {
  asking: 'asks for keys or speech',
  dialing: 'dials and rings',
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
