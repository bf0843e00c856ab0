import { expect, test } from 'vitest';
import { codeIn, read, rowsOf, sectionOf } from './markdown.ts';

const page = 'docs/reference/dialogs.md';

/** The functions that plivo-jsx exports from src/dialog. */
const exported = [...read('src/index.ts').matchAll(/^export \{([^}]*)\} from '\.\/dialog\/[^']*';$/gm)]
  .flatMap(([, names = '']) => names.split(','))
  .map((name) => name.trim())
  .filter((name) => name !== '' && !name.startsWith('type '));

test('dialogs.md has every dialog and every reader that plivo-jsx exports', () => {
  const headings = [...read(page).matchAll(/^### (?:The function )?(\w+)$/gm)].map(([, name]) => name);
  // It finds elements for dialogs of one's own, and takes no props.
  const expected = exported.filter((name) => name !== 'expandChildren');
  expect(headings.toSorted()).toEqual(expected.toSorted());
  expect(expected.length).toBeGreaterThan(20);
});

test('dialogs.md has the props of a menu, with their defaults', () => {
  const rows = (heading: string) =>
    rowsOf(sectionOf(page, heading)).map((cells) => [codeIn(cells[0]), cells[2]]);
  expect(rows('### Menu')).toEqual([
    ['noMatch', ''],
    ['confidence', '0.5'],
    ['children', ''],
  ]);
  expect(rows('## Every question').map(([name]) => name)).toEqual([
    'onGiveUp',
    'tries',
    'timeout',
    'noInput',
    'name',
  ]);
});

test('dialogs.md says which props are required', () => {
  const required = rowsOf(sectionOf(page, '### Transfer')).flatMap(([name = '']) =>
    name.includes('**required**') ? name : [],
  );
  expect(required).toEqual([
    '`to` **required**',
    '`onCompleted` **required**',
    '`onBusy` **required**, unless `onUnanswered`',
    '`onNoAnswer` **required**, unless `onUnanswered`',
    '`onTimeout` **required**, unless `onUnanswered`',
    '`onFailed` **required**, unless `onUnanswered`',
    '`onCancel` **required**, unless `onUnanswered`',
    '`onUnanswered` **required**, unless all of the above',
  ]);
});
