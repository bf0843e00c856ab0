import { expect, test } from 'vitest';
import { hasUnknownParameters } from '../../src/flow/unknown-parameters.ts';

test.each([
  ['no parameters', {}, {}, false, false],
  ['one that the schema returned', { lang: 'en' }, { lang: 'en' }, false, false],
  ['one that the schema returned as undefined', { try: '1' }, { try: undefined }, false, false],
  ['one that the schema did not return', { lang: 'en', try: '2' }, { lang: 'en' }, false, true],
  ['a default that was not sent', {}, { try: 1 }, false, false],
  ['lang, in a flow with languages', { lang: 'en' }, {}, true, false],
  ['lang, in a flow without languages', { lang: 'en' }, {}, false, true],
  ['a name that every object inherits', { constructor: 'x' }, {}, false, true],
  ['such a name that the schema returned', { constructor: 'x' }, { constructor: 'x' }, false, false],
])('%s', (_, query, params, isMultilingual, isUnknown) => {
  expect(hasUnknownParameters(query, params, isMultilingual)).toBe(isUnknown);
});
