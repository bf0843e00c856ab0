/**
 * Every event that Plivo reports, one file each.
 * @module
 */
export { answer } from './answer.ts';
export { ring } from './ring.ts';
export { hangup } from './hangup.ts';
export { getDigitsAction } from './get-digits-action.ts';
export { getInputAction } from './get-input-action.ts';
export { getInputInterim } from './get-input-interim.ts';
export { dialAction } from './dial-action.ts';
export { dialCallback } from './dial-callback.ts';
export { recordAction } from './record-action.ts';
export { transcription } from './transcription.ts';
export { conferenceAction } from './conference-action.ts';
export { conferenceCallback } from './conference-callback.ts';
export { redirect } from './redirect.ts';
export { mpcStatus } from './mpc-status.ts';
export { mpcRecording } from './mpc-recording.ts';
export { mpcExit } from './mpc-exit.ts';
export { streamStatus } from './stream-status.ts';
export { machineDetection } from './machine-detection.ts';
export { messageStatus } from './message-status.ts';
export { unknown } from './unknown.ts';
