import { level, flow, preview, render, Response, Speak, type Context } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { instantAt } from '../../src/temporal.ts';

const christmas = instantAt(Date.UTC(2026, 11, 25));
const Says = (_props: {}, { now, baseUrl, language }: Context) => (
  <Speak>{[String(now).slice(0, 10), baseUrl, language].join(' ')}</Speak>
);
const document = (
  <Response>
    <Says />
  </Response>
);
const said = (options: Parameters<typeof render>[1]) =>
  /<Speak>(.*)<\/Speak>/.exec(render(document, options) as string)?.[1];

const baseUrl = 'https://ivr.example.com';

test('components get the time and the base URL of the context, and of the options what it lacks', () => {
  expect(said({ context: { now: christmas } })).toBe('2026-12-25  ');
  expect(said({ baseUrl, context: { now: christmas } })).toBe(`2026-12-25 ${baseUrl} `);
  expect(said({ baseUrl, context: { baseUrl: 'https://other.example', now: christmas } })).toBe(
    '2026-12-25 https://other.example ',
  );
  expect(said({ baseUrl })).toMatch(/^\d{4}-\d\d-\d\d https:\/\/ivr\.example\.com $/);
});

test('a context keeps its getters and its prototype, and is not changed', () => {
  let reads = 0;
  class Own {
    readonly now = christmas;
    get language() {
      reads++;
      return 'es';
    }
  }
  const context = new Own();
  expect(said({ baseUrl, context })).toBe(`2026-12-25 ${baseUrl} es`);
  expect(reads).toBe(1);
  expect(Object.keys(context)).toEqual(['now']);
});

test('a preview is of the time of its context', async () => {
  const clock = level('/clock', () => document);
  const flows = [flow('clock', { levels: [clock] })];
  expect(await preview(flows, '/clock', { baseUrl, context: { now: christmas } })).toContain(
    `<Speak>2026-12-25 ${baseUrl}`,
  );
});
