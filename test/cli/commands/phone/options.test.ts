import { expect, test } from 'vitest';
import type { flags } from '../../../../src/cli/commands/phone/flags.ts';
import { readPhoneArguments } from '../../../../src/cli/commands/phone/options.ts';
import { startCall } from '../../../../src/phone/index.ts';

const usage = 'plivo-jsx phone <url>';

/** A value for each flag, and the result. */
const given: { readonly [Flag in keyof typeof flags]: readonly [value: string | undefined, wanted: object] } =
  {
    script: ['1 2', { script: '1 2' }],
    json: [undefined, { json: true }],
    verbose: [undefined, { verbose: true }],
    xml: [undefined, { xml: true }],
    'real-time': [undefined, { realTime: true }],
    at: ['2026-12-24T18:00', { options: { at: '2026-12-24T18:00' } }],
    from: ['15550100001', { options: { from: '15550100001' } }],
    to: ['15550100002', { options: { to: '15550100002' } }],
    direction: ['outbound', { options: { direction: 'outbound' } }],
    'caller-name': ['Ann Lee', { options: { callerName: 'Ann Lee' } }],
    'forwarded-from': ['15550100003', { options: { forwardedFrom: '15550100003' } }],
    header: ['x-ph-Tier=gold=1', { options: { sipHeaders: { Tier: 'gold=1' } } }],
    token: ['a-token', { options: { token: 'a-token' } }],
    sign: [undefined, { options: { token: 'of-the-environment' } }],
    'public-url': ['https://ivr.example.com', { options: { publicUrl: 'https://ivr.example.com' } }],
    'local-url': ['http://127.0.0.1:5000/', { options: { localUrl: 'http://127.0.0.1:5000' } }],
    'answer-method': ['GET', { options: { answerMethod: 'GET' } }],
    'hangup-url': ['https://a.example/h', { options: { hangupUrl: 'https://a.example/h' } }],
    'hangup-method': ['GET', { options: { hangupMethod: 'GET' } }],
    'ring-url': ['https://a.example/r', { options: { ringUrl: 'https://a.example/r' } }],
    'ring-method': ['GET', { options: { ringMethod: 'GET' } }],
    'fallback-url': ['https://a.example/f', { options: { fallbackUrl: 'https://a.example/f' } }],
    'fallback-method': ['GET', { options: { fallbackMethod: 'GET' } }],
    callee: ['does not answer', { options: { callee: 'does not answer' } }],
    'answered-by': ['machine', { options: { answeredBy: 'machine' } }],
    'machine-detection': ['hangup', { options: { machineDetection: 'hangup' } }],
    'machine-detection-url': [
      'https://a.example/m',
      { options: { machineDetectionUrl: 'https://a.example/m' } },
    ],
    'machine-detection-method': ['GET', { options: { machineDetectionMethod: 'GET' } }],
    room: ['daily=ann, bob', { options: { rooms: { daily: ['ann', 'bob'] } } }],
    assume: ['ringSeconds=2.5', { options: { assume: { ringSeconds: 2.5 } } }],
    uuid: ['an-id', { options: { uuid: 'an-id' } }],
  };

const ofOutbound: readonly string[] = [
  'ring-url',
  'ring-method',
  'callee',
  'answered-by',
  'machine-detection',
  'machine-detection-url',
  'machine-detection-method',
];

test.each(Object.entries(given))('--%s %j', (flag, [value, wanted]) => {
  const args = value === undefined ? [`--${flag}`] : [`--${flag}`, value];
  if (ofOutbound.includes(flag)) args.push('--direction', 'outbound');
  const variables = { PLIVO_AUTH_TOKEN: 'of-the-environment' };
  expect(readPhoneArguments(['https://app.example.com/', ...args], usage, variables)).toMatchObject(wanted);
});

test('a flag of outbound calls is rejected for an inbound one', () => {
  for (const flag of ofOutbound) {
    const [value] = given[flag as keyof typeof flags];
    const args = ['https://app.example.com/', `--${flag}`, value!];
    expect(() => readPhoneArguments(args, usage, {})).toThrow(
      `--${flag} is for outbound calls; add --direction outbound.`,
    );
  }
});

test('an outbound call tells its URLs with the methods that are given', async () => {
  const asked: string[] = [];
  const args = ['https://app.example.com/', '--direction', 'outbound', '--answered-by', 'machine'];
  for (const name of ['ring', 'hangup', 'machine-detection'])
    args.push(`--${name}-url`, `https://app.example.com/${name}`, `--${name}-method`, 'GET');
  args.push('--machine-detection', 'true', '--fallback-url', 'https://app.example.com/other');
  const { options, url } = readPhoneArguments(args, usage, {});
  await startCall(url, {
    ...options,
    transport: async (request) => {
      const { pathname } = new URL(request.url);
      asked.push(`${request.method} ${pathname}`);
      return { status: pathname === '/' ? 500 : 200, headers: {}, body: '<Response/>' };
    },
  });
  expect(asked).toEqual(['GET /ring', 'GET /machine-detection', 'POST /', 'POST /other', 'GET /hangup']);
});
