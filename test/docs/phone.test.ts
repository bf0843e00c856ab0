import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { phonePage } from '../../docs/scripts/phone-page.ts';
import { assumptions } from '../../src/phone/index.ts';
import { membersOf } from '../../docs/scripts/commented.ts';

test('docs/reference/phone.md is current; if it is not: npm run docs', () => {
  expect(readFileSync(new URL('../../docs/reference/phone.md', import.meta.url), 'utf8')).toBe(phonePage());
});

test('docs/reference/phone.md has every event with its fields', () => {
  const source = readFileSync(new URL('../../src/phone/engine/events.ts', import.meta.url), 'utf8');
  const [, body = ''] = /interface EventFields \{\n([^]*?)\n\}/.exec(source) ?? [];
  const names = [...body.matchAll(/^ {2}(\w+): \{/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(25);
  expect(membersOf('src/phone/engine/events.ts', 'EventFields').map(({ name }) => name)).toEqual(names);
  expect(phonePage()).toContain('| `speak` | `text`, `language`, `voice` |');
  expect(phonePage()).toContain('| `ended` | `code`, `name` |');
});

test('docs/reference/phone.md has every assumption with its default', () => {
  expect(membersOf('src/phone/engine/assumptions.ts', 'Assumptions').map(({ name }) => name)).toEqual(
    Object.keys(assumptions),
  );
  expect(phonePage()).toMatch(/\| `dialTimeout` \| [^|]+ \| `30` \|/);
});
