import * as z from 'zod';

/** The day of an appointment, such as 2026-05-03. */
export const dateParams = z.object({ date: z.iso.date() });

/** Why the caller is asked to leave a message; without a reason the caller chose to. */
export const messageParams = z.object({ because: z.enum(['closed', 'unanswered']).optional() });
