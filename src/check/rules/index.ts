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
import { sharedState } from './shared-state.ts';

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
];
