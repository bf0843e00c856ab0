import { GetDigits, level, Response, Speak } from 'plivo-jsx';
import { z } from 'zod';
import { b } from './b.tsx';

const params = z.object({ from: z.enum(['a', 'b']), try: z.coerce.number().default(1) });

/** One half of a circle of two files; nothing in it is annotated. */
export const a = level('/circle/a', { params }, ({ call, params: { from, ...rest } }) => (
  <Response>
    <GetDigits action={b({ from: 'a', lang: call.digits === '1' ? 'en' : 'es' })}>
      <Speak>
        You came from {from}, try {rest.try}.
      </Speak>
    </GetDigits>
  </Response>
));
