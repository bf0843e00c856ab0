import { afterEach, describe, expect, test, vi } from 'vitest';
import { Choice, flow, Hangup, level, Menu, Response } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { call } from 'plivo-jsx/testing';

afterEach(() => void vi.unstubAllEnvs());

describe('the option development of the app decides, not NODE_ENV:', () => {
  const serve = (development: boolean) => {
    const bye = level('/bye', () => (
      <Response>
        <Hangup />
      </Response>
    ));
    const wrong = level('/wrong', () => (
      <Response>
        <Menu onGiveUp={bye()}>
          <Choice digit="1" next={bye()}>
            For sales, press 2.
          </Choice>
        </Menu>
      </Response>
    ));
    return createApp({ flows: [flow('wrong', { levels: [wrong, bye] })], development, logger: false });
  };

  test('a prompt with another key is an error in development', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(call(await serve(true), '/wrong')).rejects.toThrow('E_CHOICES');
  });

  test('a prompt with another key is said otherwise', async () => {
    const phone = await call(await serve(false), '/wrong');
    expect(phone.transcript()).toContain('For sales, press 2.');
  });
});
