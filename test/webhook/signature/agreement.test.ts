import { expect, test } from 'vitest';
import { signRequest } from '../../../src/webhook/signature/sign.ts';
import { verifyRequest } from '../../../src/webhook/signature/verify.ts';
import { plivo } from '../../support/plivo-sdk.ts';
import { sized } from '../../support/size.ts';
import { anyRequest, randomOf, withoutFragment, type AnyRequest } from './any-request.ts';

const token = 'made_up_token_000000000000000000000000001';

/** The SDK sorts the arrays that it is given. */
const copyOf = (params: AnyRequest['params']) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  );

test("random requests are signed as Plivo's SDK signs them, and accepted", { timeout: 120_000 }, () => {
  const first = Date.now() % 2 ** 31;
  const count = sized(5_000, 100_000);
  const disagreed: unknown[] = [];
  const methods = { GET: 0, POST: 0 };
  for (let seed = first; seed < first + count; seed++) {
    const request = anyRequest(randomOf(seed));
    const { method, url, nonce, params } = request;
    methods[method]++;
    const { 'x-plivo-signature-v3': signature } = signRequest(request, token);
    const sdk = plivo.validateV3Signature(method, url, nonce, token, signature, copyOf(params));
    const ours = verifyRequest({ ...request, url: withoutFragment(url), signature }, token).ok;
    if (!sdk || !ours) disagreed.push({ seed, sdk, ours, ...request });
  }
  expect(disagreed.slice(0, 3)).toEqual([]);
  // Both methods were tried, and often.
  expect(Math.min(methods.GET, methods.POST)).toBeGreaterThan(count / 5);
});
