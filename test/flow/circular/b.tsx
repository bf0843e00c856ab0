import { level, Redirect, Response } from 'plivo-jsx';
import { z } from 'zod';
import { a } from './a.tsx';

const params = z.object({ from: z.enum(['a', 'b']), lang: z.enum(['en', 'es']) });

/** The other half of the circle. */
export const b = level('/circle/b', { params }, async ({ params: { from } }) => (
  <Response>
    <Redirect>{from === 'a' ? a({ from: 'b', try: 2 }) : b({ from: 'b', lang: 'en' })}</Redirect>
  </Response>
));
