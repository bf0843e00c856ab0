import { expect, test } from 'vitest';
import { hasUnknownParameters, hrefWithoutAdded, withoutAdded } from '../../src/flow/unknown-parameters.ts';

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

test.each([
  ['tenant', true],
  ['utm_source', true],
  ['_gl', true],
  ['customer-Id.2~', true],
  ['CallUUID', false],
  ['CallUUIDuEventStartAppFrom15551234567X-PH-a', false],
  ['Tenant', false],
  ['X-PH-a', false],
  ['a b', false],
  ['a=b', false],
  ['', false],
])('an address of Plivo’s console may have the parameter %s: %s', (name, mayBeAdded) => {
  expect(withoutAdded({ [name]: '1' }, {})).toEqual(mayBeAdded ? {} : { [name]: '1' });
});

test('a parameter that the level declares stays, whatever its name', () => {
  expect(withoutAdded({ lang: 'en', Tenant: '2' }, { lang: 'en', Tenant: '2' })).toEqual({
    lang: 'en',
    Tenant: '2',
  });
});

test.each([
  ['/ivr', {}, '/ivr'],
  ['/ivr?tenant=1', {}, '/ivr'],
  ['/ivr?a=1&tenant=1&b=%20', { a: 1, b: ' ' }, '/ivr?a=1&b=%20'],
  ['/ivr?t%65nant=1&From=1', {}, '/ivr?From=1'],
  ['/ivr?lang=es', {}, '/ivr?lang=es'],
])('what is posted back to the level of %s, with the parameters %j, is at %s', (href, params, own) => {
  expect(hrefWithoutAdded(href, params, true)).toBe(own);
});
