/**
 * The settings of this flow: variables of the environment.
 */
import { PlivoJsxError } from 'plivo-jsx';
import * as z from 'zod';

const set = (value: unknown) => (value === '' ? undefined : value);

const environment = z.object({
  ASSOCIATE_NUMBER: z.preprocess(
    set,
    z
      .string()
      .regex(/^\+?[1-9]\d{6,14}$/)
      .optional(),
  ),
  AUDIO_MESSAGE_URL: z.preprocess(set, z.url({ protocol: /^https?$/ }).optional()),
});

const problems = {
  ASSOCIATE_NUMBER: 'is not a phone number with its country code',
  AUDIO_MESSAGE_URL: 'is not the address of a recording',
};

const suggestions = {
  ASSOCIATE_NUMBER: 'write it as +15551234567, or leave it out: callers then hear that nobody is available',
  AUDIO_MESSAGE_URL:
    'write it as https://example.com/message.mp3, or leave it out: the message is then spoken',
};

/** The settings of the flow. */
export interface Settings {
  /** The number that callers are transferred to, with its country code. Default: callers hear that nobody is available. */
  associate: string | undefined;
  /** The URL of the recording to play. Default: the message is spoken. */
  audioMessage: string | undefined;
}

/** Reads the settings; throws an error when one of them cannot be used. */
export function settingsFrom(variables: object): Settings {
  const { data, error } = environment.safeParse(variables);
  if (data !== undefined) return { associate: data.ASSOCIATE_NUMBER, audioMessage: data.AUDIO_MESSAGE_URL };
  const variable = error.issues[0]?.path[0] as keyof typeof problems;
  throw new PlivoJsxError('E_VARIABLE', {
    variable,
    problem: problems[variable],
    suggestion: suggestions[variable],
  });
}

/** Read once at start, so that an invalid variable is reported before the first call. */
export const settings = settingsFrom(process.env);
