// A flow of as many documents as asked for: menus of three options and a way back, whose wrong keys and silence end.
import { flow, GetDigits, Hangup, level, Redirect, Response, Speak } from 'plivo-jsx';
import * as z from 'zod';

/** Each menu is three documents but for the first: itself, and what its two levels answer. */
export function flowOf(menus) {
  const params = z.object({ n: z.coerce.number().int().min(0).max(menus) });
  const menu = level('/menu', { params: params.partial() }, ({ params: { n = 0 } }) => (
    <Response>
      <GetDigits action={choice({ n })} numDigits={1} validDigits="1234" timeout={5} retries={2}>
        <Speak>
          {`Menu ${n}. For sales, press 1. For support, press 2. For billing, press 3. To go back, press 4.`}
        </Speak>
      </GetDigits>
      <Speak>We did not hear from you. Goodbye.</Speak>
      <Hangup />
    </Response>
  ));
  const choice = level('/choice', { params }, ({ params: { n }, call }) => {
    const digit = Number(call.digits ?? 0);
    const to = digit === 4 ? Math.floor((n - 1) / 3) : n * 3 + digit;
    if (to >= 0 && to < menus)
      return (
        <Response>
          <Redirect>{menu({ n: to })}</Redirect>
        </Response>
      );
    return (
      <Response>
        <Speak>{`This is desk ${digit} of menu ${n}. Goodbye.`}</Speak>
        <Hangup />
      </Response>
    );
  });
  return flow('generated', { levels: [menu, choice] });
}
