/**
 * The parameters that travel in the URLs of this flow.
 */
import * as z from 'zod';
import { languages } from './prompts.ts';

/** Tries of a caller before the flow says goodbye. */
export const mostTries = 3;

// What is not in a URL, or was tampered with, counts as a first try: nobody gains anything by it.
const tries = z.coerce.number().int().min(1).max(mostTries).catch(1).optional();

export const menuParams = z.object({ try: tries });

export const languageParams = z.object({ try: tries, lang: z.enum(languages).catch(languages[0]) });
