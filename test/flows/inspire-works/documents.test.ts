import { readdirSync } from 'node:fs';
import { preview, type Flow } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import inspireWorks from '../../../flows/inspire-works/flow.ts';
import { settings } from '../../../flows/inspire-works/settings.ts';
import { cases, type Case } from './cases.ts';

const baseUrl = 'https://ivr.example.com';
const associate = '+15550123456';

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [inspireWorks], publicUrl: baseUrl });
});

const asTheyWere = { ...settings };

afterEach(() => {
  Object.assign(settings, asTheyWere);
});

function setUp({ hasAssociate = true, hasRecording = false }: Case): void {
  settings.associate = hasAssociate ? associate : undefined;
  settings.audioMessage = hasRecording ? 'https://media.example.com/message.mp3' : undefined;
}

/** What Plivo is sent for one request. */
async function served({ href, fields }: Case): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: href,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ CallUUID: 'a-call', ...fields }).toString(),
  });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('application/xml; charset=utf-8');
  return response.body;
}

/** The same document as a reviewer reads it, the associate's number hidden. */
async function readable({ title, href, fields }: Case, flow: Flow): Promise<string> {
  const sent = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
  const xml = await preview([flow], href, { fields: { CallUUID: 'a-call', ...fields }, baseUrl });
  const [, ...lines] = xml.replaceAll(associate, '[ASSOCIATE_NUMBER]').split('\n');
  return [`${title}`, `POST ${href}${sent.join('')}`, '', ...lines].join('\n');
}

const onOneLine = (xml: string) => xml.replace(/\n\s*/g, '');

const folder = new URL('documents/', import.meta.url);

describe.each(Object.keys(cases))('every document of %s', (name) => {
  const all = cases[name]!;

  test('is what its snapshot says', async () => {
    const documents: string[] = [];
    for (const each of all) {
      setUp(each);
      documents.push(await readable(each, inspireWorks));
    }
    await expect(`${documents.join('\n\n\n')}\n`).toMatchFileSnapshot(
      new URL(`${name}.txt`, folder).pathname,
    );
  });

  test.each(all)('is served just so: $title', async (each) => {
    setUp(each);
    const body = await served(each);
    expect(body).toBe(
      onOneLine(
        await preview([inspireWorks], each.href, { fields: { CallUUID: 'a-call', ...each.fields }, baseUrl }),
      ),
    );
  });
});

test('no snapshot is left over from a level that is gone', () => {
  const ofLevels = Object.keys(cases).map((name) => `${name}.txt`);
  expect(readdirSync(folder).filter((file) => !ofLevels.includes(file))).toEqual([]);
});
