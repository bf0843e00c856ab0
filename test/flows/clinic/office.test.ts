import { expect, test } from 'vitest';
import { settingsFrom } from '../../../flows/clinic/office.ts';

test('a variable that is set to nothing counts as not set', () => {
  expect(settingsFrom({ ASSOCIATE_NUMBER: '', PLIVO_NUMBER: '', INBOX_URL: '' })).toEqual({
    person: undefined,
    sender: undefined,
    inbox: undefined,
  });
});

test.each(['messages', 'ftp://example.com/', 'http://'])(
  'the inbox "%s" is rejected at start with one sentence',
  (inbox) => {
    expect(() => settingsFrom({ INBOX_URL: inbox })).toThrow(
      'INBOX_URL is not the address of a system that takes messages.\n' +
        'Fix: write it as https://example.com/messages, or leave it out: messages then stay with Plivo. [E_VARIABLE]',
    );
  },
);

test('the inbox is an address', () => {
  const inbox = 'http://127.0.0.1:8080/messages';
  expect(settingsFrom({ INBOX_URL: inbox }).inbox).toBe(inbox);
});
