/* The complete documents of Plivo's docs are executed, each to its end, without a false alarm. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { PhoneCall } from '../../src/phone/index.ts';
import { callTo } from './documents.ts';

const folder = new URL('../data/plivo/examples/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const files = read('index.tsv')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter(([, , kind]) => kind === 'complete')
  .map(([file = '']) => file);

/** What really is wrong with Plivo's own documents. */
const wrong: { readonly [file: string]: string } = {
  '137-legacy-call-control-dial-sip.xml': 'There is no Plivo element <Sip>.',
};
const malformed = 'There is a < inside a tag.';

/** Does nothing, or what lets the call go on, until it ends. */
async function toTheEnd(call: PhoneCall): Promise<void> {
  for (let step = 0; call.ended === undefined; step++) {
    if (step > 50) throw new Error(`It does not end: ${JSON.stringify(call.state)}`);
    if (step === 30) await call.hangUp();
    else await call.wait();
  }
}

test('there are 124 of them', () => expect(files).toHaveLength(124));

/** What is wrong with a document; undefined when nothing is. */
const faultOf = (file: string): string | undefined =>
  read(file).includes('<yourdomain>') ? malformed : wrong[file];

test.each(files)('%s', async (file) => {
  const { call } = await callTo(read(file));
  // Every path leads to an empty reply here, so a document that leads on ends there.
  await toTheEnd(call);
  const { code, message } = call.ended!;
  expect(code === 8011 ? message : undefined).toBe(faultOf(file) && `The answer URL (/): ${faultOf(file)}`);
  expect([3010, 3020, 4000, 4010, 4020, 6000, 8011, 8012, 8014, 7022]).toContain(code);
});
