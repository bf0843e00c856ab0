import { expect, test } from 'vitest';
import { emptied } from './run-command.ts';

test('the .env of whoever runs the tests decides none of them', () => {
  expect(
    emptied('PUBLIC_URL=https://ivr.example.com\n# a note\nexport PLIVO_NUMBER="+15557654321"\n'),
  ).toEqual({
    PUBLIC_URL: '',
    PLIVO_NUMBER: '',
  });
});
