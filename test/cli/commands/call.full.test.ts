import { afterEach, describe, expect, test } from 'vitest';
import { fakePlivo } from '../../rest/fake-plivo.ts';
import { projectWith } from '../project.ts';
import { runMain } from '../run-main.ts';

const account = {
  PLIVO_AUTH_ID: 'MAXXXXXXXXXXXXXXXXXX',
  PLIVO_AUTH_TOKEN: 'a-token',
  PLIVO_NUMBER: '+15550654321',
  PUBLIC_URL: 'https://ivr.example.com',
};

let api: Awaited<ReturnType<typeof fakePlivo>> | undefined;

afterEach(() => {
  api?.close();
  api = undefined;
});

describe('call', () => {
  test('places the call and prints the request UUID', async () => {
    api = await fakePlivo([{ status: 201, body: { message: 'call fired', request_uuid: 'a-request' } }]);
    expect(await runMain(['call', '+15550123456'], { ...account, PLIVO_API_URL: api.apiUrl })).toEqual({
      code: 0,
      stdout: 'Plivo says: call fired.\nRequest UUID: a-request\n',
      stderr: '',
    });
    expect(api.received[0]?.body).toMatchObject({
      answer_url: 'https://ivr.example.com/ivr',
      to: '15550123456',
    });
  });

  test('calls several numbers and SIP addresses', async () => {
    const body = { message: 'calls fired', request_uuid: ['one', 'two'] };
    api = await fakePlivo([{ status: 201, body }]);
    const { code, stdout } = await runMain(['call', '15550123456', 'sip:ann@phone.plivo.com'], {
      ...account,
      PLIVO_API_URL: api.apiUrl,
    });
    expect([code, stdout]).toEqual([0, 'Plivo says: calls fired.\nRequest UUIDs: one, two\n']);
    expect(api.received[0]?.body).toMatchObject({ to: '15550123456<sip:ann@phone.plivo.com' });
  });

  test('says what to do about several missing variables', async () => {
    const { stderr } = await runMain(['call', '+15550123456'], { PLIVO_AUTH_ID: 'MAXXXXXXXXXXXXXXXXXX' });
    expect(stderr.split('\n')[1]).toBe(
      "Fix: set PLIVO_AUTH_TOKEN, PLIVO_NUMBER and PUBLIC_URL; Plivo's console shows what belongs to your account. " +
        'PUBLIC_URL is the address of your tunnel or server. Nothing was sent. [E_CREDENTIALS]',
    );
  });

  test('begins where the first flow of the project begins', async () => {
    const project = await projectWith({
      'flows/shop/flow.js': `import { flow, level } from 'plivo-jsx';
        export default flow('shop', { levels: [level('/shop', () => undefined)] });`,
    });
    const { code, stdout } = await runMain(['call', '+15550123456', '--dry-run'], account, project);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ body: { answer_url: 'https://ivr.example.com/shop' } });
  });

  test('begins at /ivr where there are no flows', async () => {
    const project = await projectWith({});
    const { stdout } = await runMain(['call', '+15550123456', '--dry-run'], account, project);
    expect(JSON.parse(stdout)).toMatchObject({ body: { answer_url: 'https://ivr.example.com/ivr' } });
  });

  test('prints JSON for a program', async () => {
    api = await fakePlivo([{ status: 201, body: { message: 'call queued', request_uuid: 'a-request' } }]);
    const { stdout } = await runMain(['call', '+15550123456', '--json'], {
      ...account,
      PLIVO_API_URL: api.apiUrl,
    });
    expect(JSON.parse(stdout)).toEqual({
      requestUuid: 'a-request',
      requestUuids: ['a-request'],
      message: 'call queued',
    });
  });

  test('--dry-run prints the request without the credentials, and sends nothing', async () => {
    const { code, stdout } = await runMain(
      ['call', '+15550123456', '--dry-run', '--path', '/other'],
      account,
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      method: 'POST',
      url: 'https://api.plivo.com/v1/Account/MAXXXXXXXXXXXXXXXXXX/Call/',
      headers: { authorization: 'Basic ***', 'content-type': 'application/json' },
      body: {
        from: '15550654321',
        to: '15550123456',
        answer_url: 'https://ivr.example.com/other',
        answer_method: 'POST',
      },
    });
  });

  test('warns when the public address is not https', async () => {
    const { code, stderr } = await runMain(['call', '+15550123456', '--dry-run'], {
      ...account,
      PUBLIC_URL: 'http://ivr.example.com',
    });
    expect([code, stderr]).toEqual([
      0,
      'Warning: PUBLIC_URL is http, so anyone on the way can read and change the call. Use https where you can.\n',
    ]);
  });

  test.each([
    [['call'], account, 'call takes at least one number or SIP address.'],
    [
      ['call', '01711234567'],
      account,
      'The number to call is not a phone number with its country code or a SIP address.',
    ],
    [
      ['call', '+15550123456', '0171'],
      account,
      'Number 2 to call is not a phone number with its country code or a SIP address.',
    ],
    [
      ['call', '+15550123456'],
      {},
      'PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN, PLIVO_NUMBER and PUBLIC_URL are not set, and a call cannot be placed without them.',
    ],
    [
      ['call', '+15550123456', '--dry-run'],
      {},
      'PLIVO_AUTH_ID, PLIVO_AUTH_TOKEN, PLIVO_NUMBER and PUBLIC_URL are not set, and a call cannot be placed without them.',
    ],
    [
      ['call', '+15550123456', '--dry-run', '--from', '+15550654321'],
      { PLIVO_AUTH_ID: 'MAXXXXXXXXXXXXXXXXXX' },
      'PLIVO_AUTH_TOKEN and PUBLIC_URL are not set, and a call cannot be placed without them.',
    ],
    [
      ['call', '+15550123456'],
      { ...account, PLIVO_AUTH_TOKEN: '' },
      'PLIVO_AUTH_TOKEN is not set, and a call cannot be placed without it.',
    ],
    [
      ['call', '+15550123456'],
      { ...account, PLIVO_NUMBER: '' },
      'PLIVO_NUMBER is not set, and a call cannot be placed without it.',
    ],
    [
      ['call', '+15550123456'],
      { ...account, PUBLIC_URL: '' },
      'Plivo cannot reach PUBLIC_URL: it is not set.',
    ],
    [
      ['call', '+15550123456'],
      { ...account, PUBLIC_URL: 'http://localhost:5000' },
      'Plivo cannot reach PUBLIC_URL: it is a name that only this machine or network knows.',
    ],
  ])('%o is rejected with one sentence and exit code 2', async (args, env, sentence) => {
    const { code, stdout, stderr } = await runMain(args, env);
    expect([code, stdout, stderr.split('\n')[0]]).toEqual([2, '', sentence]);
    expect(stderr).toMatch(/\nFix: .* \[E_[A-Z_]+\]\n$/);
  });

  test('a call whose outcome is unknown is exit code 1', async () => {
    api = await fakePlivo([{ status: 500 }]);
    const { code, stderr } = await runMain(['call', '+15550123456'], {
      ...account,
      PLIVO_API_URL: api.apiUrl,
    });
    expect([code, stderr.split('\n')[0]]).toEqual([
      1,
      'Plivo answered with status 500, so whether the call was placed is unknown.',
    ]);
    expect(api.received.length).toBe(1);
  });
});
