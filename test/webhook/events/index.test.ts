import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commonFields } from '../../../src/webhook/events/common-fields.ts';
import type { FieldTable } from '../../../src/webhook/events/define-event.ts';
import * as events from '../../../src/webhook/events/index.ts';

const definitions: readonly { readonly kind: string; readonly fields: FieldTable }[] = Object.values(events);

test('each kind is declared once', () => {
  expect(definitions.map(({ kind }) => kind).toSorted()).toEqual([
    'answer',
    'conference-action',
    'conference-callback',
    'dial-action',
    'dial-callback',
    'getdigits-action',
    'getinput-action',
    'getinput-interim',
    'hangup',
    'machine-detection',
    'message-status',
    'mpc-exit',
    'mpc-recording',
    'mpc-status',
    'record-action',
    'redirect',
    'ring',
    'stream-status',
    'transcription',
    'unknown',
  ]);
});

describe('a reader', () => {
  const { sipHeaders, ...named } = commonFields;
  const readers = [{ kind: 'any', fields: named as FieldTable }, ...definitions].flatMap(({ kind, fields }) =>
    Object.entries(fields).map(([name, read]) => ({ kind, name, read })),
  );

  test.each(readers)('reads the fields that it names: $kind $name', ({ read }) => {
    const accessed = new Set<string>();
    const raw = new Proxy({}, { get: (_, name) => void accessed.add(String(name)) });
    read(raw);
    expect([...accessed]).toEqual(read.names);
  });

  test('of SIP headers names none: their names are of the caller', () => {
    expect(sipHeaders.names).toEqual([]);
  });
});

describe('every field has a sentence', () => {
  const folder = new URL('../../../src/webhook/events/', import.meta.url);

  test.each(readdirSync(folder))('%s', (file) => {
    const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
    const isField = (line: string) =>
      /^ {2}\w+: (?:boolean|field|id|keys|number|oneOf|shortText|text)\(/.test(line);
    const bare = lines.filter(
      (line, at) => isField(line) && !/^ {2}\/\*\* [A-Z].*\. \*\/$/.test(lines[at - 1]!),
    );
    expect(bare).toEqual([]);
  });
});
