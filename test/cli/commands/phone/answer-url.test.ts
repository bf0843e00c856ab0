import { expect, test } from 'vitest';
import { answerUrl } from '../../../../src/cli/commands/phone/answer-url.ts';

test.each([
  ['http://localhost:5000/ivr', 'http://localhost:5000/ivr'],
  [' HTTPS://ivr.example.com/ivr ', 'HTTPS://ivr.example.com/ivr'],
  ['localhost:5000/ivr', 'http://localhost:5000/ivr'],
  ['localhost:5000', 'http://localhost:5000'],
  ['localhost/ivr?a=b@c#rc=2', 'http://localhost/ivr?a=b@c#rc=2'],
  ['127.0.0.1:5000/ivr', 'http://127.0.0.1:5000/ivr'],
  ['192.168.1.4:8080/ivr', 'http://192.168.1.4:8080/ivr'],
  ['[::1]:5000/ivr', 'http://[::1]:5000/ivr'],
  ['[::1]/ivr', 'http://[::1]/ivr'],
  [':5000/ivr', 'http://localhost:5000/ivr'],
  ['app:5000/ivr', 'http://app:5000/ivr'],
  ['ivr.example.com/ivr', 'https://ivr.example.com/ivr'],
  ['/ivr', 'http://127.0.0.1:5000/ivr'],
])('%s is called at %s', (written, url) => {
  expect(answerUrl(written, {})).toBe(url);
});

test.each([
  [{ PORT: '8000' }, 'http://127.0.0.1:8000/ivr'],
  [{ PORT: '8000', HOST: '0.0.0.0' }, 'http://localhost:8000/ivr'],
  [{ HOST: '::1' }, 'http://[::1]:5000/ivr'],
])('with %o, a path is one of %s', (variables, url) => {
  expect(answerUrl('/ivr', variables)).toBe(url);
});

test.each([
  '',
  'ivr',
  'ivr/menu',
  '5000/ivr',
  'ftp://localhost/ivr',
  'mailto:ann',
  '//localhost/ivr',
  'http:///ivr',
  'localhost:5000 /ivr',
  'localhost:99999/ivr',
  'ann:secret@localhost:5000/ivr',
  'C:/Program Files/Git/ivr',
])('%j cannot be called', (written) => {
  expect(() => answerUrl(written, {})).toThrow('The URL cannot be called.');
});
