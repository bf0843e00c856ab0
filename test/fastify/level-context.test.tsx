import { expect, test } from 'vitest';
import { flow, level, Response as Document, Speak, WithContext, type Context } from 'plivo-jsx';
import { temporal } from '../../src/temporal.ts';
import { serve } from './served.ts';

const Fields = (_props: object, { now, signal }: Context) => (
  <Speak>{`${now?.toString() ?? 'no time'}, ${signal?.aborted ?? 'no signal'}`}</Speak>
);

test('a component inside of <WithContext> sees the time and the signal that it sets', async () => {
  const at = temporal().Instant.from('2026-12-24T18:00:00Z');
  const asked = level('/asked', () => (
    <Document>
      <WithContext values={{ now: at, signal: AbortSignal.abort() }}>
        <Fields />
        <WithContext values={{ language: 'es' }}>
          <Fields />
        </WithContext>
        <WithContext values={{ now: at.add({ hours: 1 }), signal: undefined }}>
          <Fields />
        </WithContext>
      </WithContext>
    </Document>
  ));
  const app = await serve({ flows: [flow('asked', { levels: [asked] })] });
  const reply = await app.post('/asked', { CallUUID: 'c-1', Event: 'StartApp' });
  await app.close();
  expect(await reply.text()).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response>' +
      '<Speak>2026-12-24T18:00:00Z, true</Speak>' +
      '<Speak>2026-12-24T18:00:00Z, true</Speak>' +
      '<Speak>2026-12-24T19:00:00Z, no signal</Speak>' +
      '</Response>',
  );
});
