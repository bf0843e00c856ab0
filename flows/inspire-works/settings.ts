/**
 * What this flow takes from the environment.
 */
import { PlivoJsxError } from 'plivo-jsx';
import * as z from 'zod';

const set = (value: unknown) => (value === '' ? undefined : value);

const environment = z.object({
  ASSOCIATE_NUMBER: z.preprocess(
    set,
    z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/)
      .optional(),
  ),
  AUDIO_MESSAGE_URL: z.preprocess(set, z.url({ protocol: /^https?$/ }).optional()),
});

const wanted = {
  ASSOCIATE_NUMBER: 'is not a phone number with its country code',
  AUDIO_MESSAGE_URL: 'is not the address of a recording',
};

const instead = {
  ASSOCIATE_NUMBER: 'write it as +15551234567, or leave it out: callers then hear that nobody is available',
  AUDIO_MESSAGE_URL:
    'write it as https://example.com/message.mp3, or leave it out: the message is then spoken',
};

/** What the flow was told. */
export interface Settings {
  /** Whom callers are transferred to. */
  associate: string | undefined;
  /** The recording to play; without it the message is spoken. */
  audioMessage: string | undefined;
}

/** Reads the settings; throws one clear sentence when one of them cannot be used. */
export function settingsFrom(variables: object): Settings {
  const { data, error } = environment.safeParse(variables);
  if (data !== undefined) return { associate: data.ASSOCIATE_NUMBER, audioMessage: data.AUDIO_MESSAGE_URL };
  const variable = error.issues[0]?.path[0] as keyof typeof wanted;
  throw new PlivoJsxError('E_VARIABLE', {
    variable,
    problem: wanted[variable],
    suggestion: instead[variable],
  });
}

/** Read once at start, so that a variable that cannot be used is told before the first call. */
export const settings = settingsFrom(process.env);
