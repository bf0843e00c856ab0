import { catalogue, flow, level, Play, Response, Say, type FlowOptions } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { withLevelRegistry } from '../../src/flow/level-registry.ts';

const en = { voice: 'Polly.Joanna', language: 'en-US' } as const;
const es = { voice: 'Polly.Lucia', language: 'es-ES' } as const;
const full = catalogue({
  en: { voice: en, apology: 'Sorry.', oneMoment: 'A moment.', startOver: 'From the start.', hello: 'Hello.' },
  es: { voice: es, apology: 'Perdón.', oneMoment: 'Espere.', startOver: 'De nuevo.', hello: 'Hola.' },
});

const headers = { 'content-type': 'application/x-www-form-urlencoded' };

/** What callers hear of a level that fails, of one that takes too long, and after parameters that it refuses. */
async function heardOf(options: Omit<FlowOptions, 'levels'>, lang: string): Promise<string[]> {
  const app = await withLevelRegistry(async () => {
    const failing = level('/failing', () => {
      throw new Error('Nobody may read this.');
    });
    const slow = level('/slow', () => new Promise<never>(() => {}));
    const strict = level('/strict', { params: z.object({ id: z.string() }) }, () => <Response />);
    const levels = [failing, slow, strict] as const;
    const flows = [flow('phrases', { levels, ...options })];
    return createApp({ flows, logger: false, deadline: 20, publicUrl: 'https://ivr.example.com' });
  });
  const bodies = ['/failing', '/slow', '/strict'].map(async (path) => {
    const request = {
      method: 'POST',
      url: `${path}?lang=${lang}`,
      headers,
      payload: `CallUUID=${path.slice(1)}`,
    };
    const { body } = await app.inject(request as { method: 'POST' });
    return /<Response>(<(Speak|Play).*?<\/\2>)/.exec(body)?.[1] ?? body;
  });
  const heard = await Promise.all(bodies);
  await app.close();
  return heard;
}

test('the sentences of the catalogue with the names of phrases are heard after failures', async () => {
  expect(await heardOf({ catalogue: full }, 'es')).toEqual([
    '<Speak voice="Polly.Lucia" language="es-ES">Perdón.</Speak>',
    '<Speak voice="Polly.Lucia" language="es-ES">Espere.</Speak>',
    '<Speak voice="Polly.Lucia" language="es-ES">De nuevo.</Speak>',
  ]);
});

test('without a known language they are those of the first language of the flow', async () => {
  expect((await heardOf({ catalogue: full }, 'xx'))[0]).toBe(
    '<Speak voice="Polly.Joanna" language="en-US">Sorry.</Speak>',
  );
  expect((await heardOf({ catalogue: full, languages: ['es'] }, 'xx'))[0]).toContain('>Perdón.<');
});

test('a phrase that the catalogue does not have, or has with arguments, is the default one', async () => {
  const some = catalogue({
    es: { voice: es, apology: 'Perdón.', oneMoment: (name: string) => `Espere, ${name}.` },
  });
  expect(await heardOf({ catalogue: some }, 'es')).toEqual([
    '<Speak voice="Polly.Lucia" language="es-ES">Perdón.</Speak>',
    '<Speak>One moment, please.</Speak>',
    '<Speak>Let us start over.</Speak>',
  ]);
});

test('the phrases of the author come first, and may be said in the language of the call', async () => {
  const phrases = () => ({
    apology: <Say>{full.hello}</Say>,
    oneMoment: <Play>https://ivr.example.com/moment.mp3</Play>,
    startOver: <Say>Sí.</Say>,
  });
  expect(await heardOf({ catalogue: full, phrases }, 'es')).toEqual([
    '<Speak voice="Polly.Lucia" language="es-ES">Hola.</Speak>',
    '<Play>https://ivr.example.com/moment.mp3</Play>',
    '<Speak voice="Polly.Lucia" language="es-ES">Sí.</Speak>',
  ]);
});
