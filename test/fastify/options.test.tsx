import { flow, level, Response as Document, signRequest, Speak } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';

test('a list of tokens that changes after it was checked changes nothing', async () => {
  const begin = level('/tokens', () => (
    <Document>
      <Speak>Hello</Speak>
    </Document>
  ));
  const authTokens = ['made_up_token'];
  const publicUrl = 'https://ivr.example.com';
  const app = await createApp({ flows: [flow('tokens', { levels: [begin] })], publicUrl, authTokens });
  authTokens.push('another_token');
  const params = { CallUUID: 'c-1' };
  const statusWith = async (token: string) => {
    const headers = signRequest({ method: 'POST', url: `${publicUrl}/tokens`, params }, token);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(params).toString();
    const reply = await app.inject({
      method: 'POST',
      url: '/tokens',
      headers: { ...headers, ...type },
      payload,
    });
    return reply.statusCode;
  };
  expect(await statusWith('made_up_token')).toBe(200);
  expect(await statusWith('another_token')).toBe(403);
  await app.close();
});
