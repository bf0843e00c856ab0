import type { Rule } from '../finding.ts';
import { apology } from './apology.ts';
import { badLink } from './bad-link.ts';
import { confirmKeyWithoutEnd } from './confirm-key-without-end.ts';
import { endlessNonsense } from './endless-nonsense.ts';
import { endlessSilence } from './endless-silence.ts';
import { endlessWrongKey } from './endless-wrong-key.ts';
import { lostVoicemail } from './lost-voicemail.ts';
import { noReply } from './no-reply.ts';
import { nothingAfter } from './nothing-after.ts';
import { refusedDocument } from './refused-document.ts';
import { secondDelivery } from './second-delivery.ts';
import { httpAudio } from './http-audio.ts';
import { longText } from './long-text.ts';
import { neverRuns } from './never-runs.ts';
import { recordingWithoutNotice } from './recording-without-notice.ts';
import { sameOutcomes } from './same-outcomes.ts';
import { secretInUrl } from './secret-in-url.ts';
import { sharedState } from './shared-state.ts';
import { ssmlWithoutPolly } from './ssml-without-polly.ts';
import { unheardWrongKey } from './unheard-wrong-key.ts';
import { unknownAddress } from './unknown-address.ts';
import { unreachedLevel } from './unreached-level.ts';
import { unreachedLink } from './unreached-link.ts';
import { wrongLanguage } from './wrong-language.ts';
import { blame } from './style/blame.ts';
import { keyNotAccepted } from './style/key-not-accepted.ts';
import { keyNotNamed } from './style/key-not-named.ts';
import { keysOutOfOrder } from './style/keys-out-of-order.ts';
import { longPrompt } from './style/long-prompt.ts';
import { noPerson } from './style/no-person.ts';
import { noRepeat } from './style/no-repeat.ts';
import { optionBeforeKey } from './style/option-before-key.ts';
import { sameReprompt } from './style/same-reprompt.ts';
import { tooDeep } from './style/too-deep.ts';
import { tooManyOptions } from './style/too-many-options.ts';

/** All rules, by their numbers. */
export const rules: readonly Rule[] = [
  endlessSilence,
  endlessWrongKey,
  endlessNonsense,
  refusedDocument,
  noReply,
  badLink,
  secondDelivery,
  nothingAfter,
  confirmKeyWithoutEnd,
  lostVoicemail,
  apology,
  sharedState,
  unknownAddress,
  unreachedLevel,
  unreachedLink,
  secretInUrl,
  neverRuns,
  wrongLanguage,
  ssmlWithoutPolly,
  longText,
  httpAudio,
  sameOutcomes,
  recordingWithoutNotice,
  unheardWrongKey,
  optionBeforeKey,
  blame,
  tooManyOptions,
  tooDeep,
  noRepeat,
  noPerson,
  sameReprompt,
  longPrompt,
  keysOutOfOrder,
  keyNotAccepted,
  keyNotNamed,
];
