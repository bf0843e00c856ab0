import { flow, level, Response, Speak } from 'plivo-jsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { heard, serve, type Served } from './served.ts';

const params = z.strictObject({ lang: z.enum(['en', 'es']) });
const menu = level('/strict', { params }, ({ params: { lang } }) => (
  <Response>
    <Speak>{lang}</Speak>
  </Response>
));

let app: Served;
beforeAll(async () => {
  app = await serve({ flows: [flow('strict', { levels: [menu] })] });
});
afterAll(() => app.close());

test('of a GET, a strict schema sees none of Plivo’s fields, those in small letters neither', async () => {
  const fields = 'CallUUID=b7c1d2e3&X-PH-Region=west&stir_verification=Verified&call_uuid=b7c1d2e3';
  expect((await heard(await app.get(`/strict?lang=es&${fields}`))).said).toEqual(['es']);
});

test('of a POST, a parameter in capital letters is none of Plivo’s, and starts the flow over', async () => {
  const { said } = await heard(await app.post('/strict?lang=es&Digits=1', 'CallUUID=b7c1d2e3'));
  expect(said).toEqual(['Let us start over.']);
});
