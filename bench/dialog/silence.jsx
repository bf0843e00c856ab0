// Menus for a silent caller: asked again inside of one document, as a dialog does, or by a redirect to the level itself.
import { Choice, GetDigits, level, Menu, Redirect, Response, Speak } from 'plivo-jsx';
import * as z from 'zod';
import { operator, results } from './levels.jsx';

const short = (key) => `For department ${key}, press ${key}.`;
const long = (key) =>
  `If you have a question about an order that you placed with department ${key} in the last thirty days, press ${key}.`;

const tries = 3;
const params = z.object({ try: z.coerce.number().int().min(1).max(tries).default(1) });
const silence = 'I did not hear you.';

function menus(count, prompt, name) {
  const keys = Array.from({ length: count }, (_, index) => String(index + 1));
  const inside = level(`/silence/inside/${name}`, () => (
    <Response>
      <Menu onGiveUp={operator()} noInput={silence}>
        {keys.map((key) => (
          <Choice digit={key} next={results()}>
            {prompt(key)}
          </Choice>
        ))}
      </Menu>
    </Response>
  ));
  const redirected = level(`/silence/redirect/${name}`, { params }, ({ params: { try: tried } }) => (
    <Response>
      <GetDigits action={results()} numDigits={1} timeout={7} finishOnKey="none">
        {tried > 1 && <Speak>{silence}</Speak>}
        {keys.map((key) => (
          <Speak>{prompt(key)}</Speak>
        ))}
      </GetDigits>
      <Redirect>{tried === tries ? operator() : redirected({ try: tried + 1 })}</Redirect>
    </Response>
  ));
  return { name, levels: [inside, redirected] };
}

export const silentMenus = [2, 3, 5].flatMap((count) => [
  menus(count, short, `${count}-short`),
  menus(count, long, `${count}-long`),
]);
