import { callback, flow, level, preview, Response } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { assertAllAssigned } from '../../src/flow/flow.ts';
import { withLevelRegistry } from '../../src/flow/level-registry.ts';
import { defaultPhrases } from '../../src/flow/phrases.ts';
import { a } from './circular/a.tsx';
import { b } from './circular/b.tsx';

const document = () => <Response />;

describe('a flow', () => {
  test('begins with its first level', () => {
    const [first, second] = [level('/first', document), level('/second', document)];
    const both = flow('both', { levels: [first, second] });
    expect(both.name).toBe('both');
    expect(both.firstLevel).toBe(first);
    expect(both.levels).toEqual([first, second]);
  });

  test('speaks no language in particular, and English when something went wrong, unless it says otherwise', () => {
    const quiet = flow('quiet', { levels: [level('/quiet', document)] });
    expect(quiet.languages).toEqual([]);
    expect(quiet.phrases('fr')).toBe(defaultPhrases);
  });

  test('cannot have two levels at one path', () => {
    const levels = [level('/menu', document), level('/menu', document)] as const;
    expect(() => flow('twins', { levels })).toThrow(
      'The flow twins has two levels at /menu.\nFix: give one of them another path. [E_LEVEL_TWICE]',
    );
  });

  test('cannot have a level and a callback at one path', () => {
    const levels = [level('/menu', document), callback('/menu', () => {})] as const;
    expect(() => flow('twins', { levels })).toThrow('[E_LEVEL_TWICE]');
  });
});

describe('what a flow is made of', () => {
  test('is at least one level', () => {
    expect(() => flow('empty', { levels: [] as never })).toThrow(
      'The option levels of the flow empty is empty.\n' +
        'Fix: give at least one level, made with level(); the first one answers a call. [E_OPTION]',
    );
  });

  test('is no level that a circle of imports has left undefined', () => {
    const levels = [level('/menu', document), undefined] as never;
    expect(() => flow('round', { levels })).toThrow(
      'The option levels of the flow round has a value that is not a level at position 2.\n' +
        'Fix: check its import: if two files import each other, one of the values is undefined at start. [E_OPTION]',
    );
  });

  test('is nothing but levels and callbacks', () => {
    expect(() => flow('odd', { levels: [{ path: '/menu' }] as never })).toThrow(
      'Fix: give only values that level() or callback() returned. [E_OPTION]',
    );
  });

  test('is in no other flow', () => {
    const shared = level('/shared', document);
    flow('one', { levels: [shared] });
    expect(() => flow('two', { levels: [shared] })).toThrow(
      'The level /shared is in the flow one already, so the flow two cannot have it too.\n' +
        'Fix: create another one for the flow two, at another path. [E_LEVEL_SHARED]',
    );
  });
});

describe('a level that no flow has', () => {
  test('is rejected with the place where it was made', () =>
    withLevelRegistry(async () => {
      level('/lost', document);
      expect(() => assertAllAssigned([])).toThrow(
        /^No flow lists the level \/lost \(test\/flow\/flow\.test\.tsx:\d+:\d+\), so a link to it would not work\.\nFix: add the level to the levels of its flow, or remove it\. \[E_LEVEL_ALONE\]$/,
      );
    }));

  test('is rejected as a callback too', () =>
    withLevelRegistry(async () => {
      callback('/unheard', () => {});
      expect(() => assertAllAssigned([])).toThrow(
        /^No flow lists the callback \/unheard \(test\/flow\/flow\.test\.tsx:/,
      );
    }));

  test('is fine once a flow has it', () =>
    withLevelRegistry(async () => {
      const found = flow('found', { levels: [level('/found', document), callback('/heard', () => {})] });
      expect(() => assertAllAssigned([found])).not.toThrow();
    }));

  test('is rejected where its flow is served, also after the load of that flow has ended', async () => {
    const half = await withLevelRegistry(async () => {
      level('/half', document);
      return flow('half', { levels: [level('/half/first', document)] });
    });
    expect(() => assertAllAssigned([half])).toThrow(/^No flow lists the level \/half \(/);
  });

  test('of a load that failed does not reject the next load', async () => {
    const failed = withLevelRegistry(async () => {
      level('/menu', document);
      throw new Error('This file has an error.');
    });
    await expect(failed).rejects.toThrow('This file has an error.');
    const next = await withLevelRegistry(async () => flow('menu', { levels: [level('/menu', document)] }));
    expect(() => assertAllAssigned([next])).not.toThrow();
  });
});

describe('a callback', () => {
  test('makes links as a level does', () => {
    const done = callback('/done', { params: z.object({ id: z.string() }) }, () => {});
    expect(done.kind).toBe('callback');
    expect(done({ id: 'x-1' }).href).toBe('/done?id=x-1');
  });

  test('cannot be at an address that a level could not have', () => {
    expect(() => callback('/done/', () => {})).toThrow('[E_PATH]');
  });
});

describe('levels that link to each other in a circle across two files', () => {
  const circle = flow('circle', { levels: [a, b] });
  const baseUrl = 'https://ivr.example.com';

  test('lead to each other', async () => {
    expect(await preview([circle], '/circle/a?from=b', { fields: { Digits: '1' }, baseUrl })).toContain(
      '<GetDigits action="https://ivr.example.com/circle/b?from=a&amp;lang=en">',
    );
    expect(await preview([circle], '/circle/b?from=a&lang=en', { baseUrl })).toContain(
      '<Redirect>https://ivr.example.com/circle/a?from=b&amp;try=2</Redirect>',
    );
  });

  test('get what the schema fills in', async () => {
    expect(await preview([circle], '/circle/a?from=b', { baseUrl })).toContain('You came from b, try 1.');
  });
});
