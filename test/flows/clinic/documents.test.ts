import { readdirSync } from 'node:fs';
import { preview } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import clinic from '../../../flows/clinic/flow.ts';
import { temporal } from '../../../src/temporal.ts';
import { timeHeader, writeTime } from '../../../src/time-header.ts';
import { cases, monday, type Case } from './cases.ts';
import { numbers, resetSettings, setNumbers } from './settings.ts';

const baseUrl = 'http://clinic.example.com';

let app: Awaited<ReturnType<typeof createApp>>;

beforeAll(async () => {
  app = await createApp({ flows: [clinic] });
});

afterEach(resetSettings);

const timeOf = ({ at = monday }: Case) => temporal().ZonedDateTime.from(`${at}[Europe/Madrid]`).toInstant();

const fieldsOf = ({ fields }: Case) => ({ CallUUID: 'a-call', ...fields });

/** The document of one request, one element a line. */
function documentOf(each: Case): Promise<string> {
  setNumbers(each.hasNumbers);
  return preview([clinic], each.href, {
    fields: fieldsOf(each),
    baseUrl,
    context: { now: timeOf(each) },
  });
}

/** What Plivo is sent for one request. */
async function served(each: Case): Promise<string> {
  setNumbers(each.hasNumbers);
  const response = await app.inject({
    method: 'POST',
    url: each.href,
    headers: {
      host: new URL(baseUrl).host,
      'content-type': 'application/x-www-form-urlencoded',
      [timeHeader]: writeTime(timeOf(each).epochMilliseconds),
    },
    payload: new URLSearchParams(fieldsOf(each)).toString(),
  });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('application/xml; charset=utf-8');
  return response.body;
}

/** Numbers are not for snapshots. */
const withoutNumbers = (text: string) =>
  Object.entries(numbers).reduce((hidden, [name, number]) => hidden.replaceAll(number, `[${name}]`), text);

/** Documents as a reviewer reads them; one that another request has too is written once. */
async function readable(all: readonly Case[]): Promise<string> {
  const seen = new Map<string, string>();
  const blocks: string[] = [];
  for (const each of all) {
    const { title, href, fields = {}, at = monday, hasNumbers = true } = each;
    const sent = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
    const [, ...lines] = (await documentOf(each)).split('\n');
    const xml = lines.join('\n');
    const request = `POST ${href}${sent.join('')}`;
    const details = [
      ...(at === monday ? [] : [`at ${at}`]),
      ...(hasNumbers ? [] : ['without the numbers of the clinic']),
    ].join(', ');
    const same = seen.get(xml);
    if (same === undefined) seen.set(xml, `${title}\n  ${request}`);
    const heading = [title, request, ...(details === '' ? [] : [details])].join('\n');
    blocks.push(`${heading}\n\n${same === undefined ? xml : `The same document as: ${same}`}`);
  }
  return `${withoutNumbers(blocks.join('\n\n\n'))}\n`;
}

const onOneLine = (xml: string) => xml.replace(/\n\s*/g, '');

const folder = new URL('documents/', import.meta.url);

describe.each(Object.keys(cases))('every document of %s', (name) => {
  test('is what its snapshot says', async () => {
    await expect(await readable(cases[name]!)).toMatchFileSnapshot(new URL(`${name}.txt`, folder).pathname);
  });

  test('is served just so', async () => {
    for (const each of cases[name]!) expect(await served(each)).toBe(onOneLine(await documentOf(each)));
  });
});

test('every level has documents', () => {
  const requested = new Set(Object.values(cases).flatMap((all) => all.map(({ href }) => href.split('?')[0])));
  expect([...requested].toSorted()).toEqual(clinic.levels.map(({ path }) => path).toSorted());
});

test('no snapshot is left over from a level that is gone', () => {
  const ofLevels = Object.keys(cases).map((name) => `${name}.txt`);
  expect(readdirSync(folder).filter((file) => !ofLevels.includes(file))).toEqual([]);
});
