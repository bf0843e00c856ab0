/**
 * The parameters that travel in the URLs of this flow.
 */
import * as z from 'zod';
import { languages } from './prompts.ts';

/** The number of attempts of a caller before the flow says goodbye. */
export const maxTries = 3;

// A missing or invalid number counts as the first attempt.
const tries = z.coerce.number().int().min(1).max(maxTries).catch(1).optional();

export const menuParams = z.object({ try: tries });

export const languageParams = z.object({ try: tries, lang: z.enum(languages).catch(languages[0]) });
