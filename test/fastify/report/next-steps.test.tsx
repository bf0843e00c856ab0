import { Dial, GetDigits, Hangup, Number, Redirect, Response, Speak } from 'plivo-jsx';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ServedLevel } from '../../../src/fastify/level-table.ts';
import { nextSteps } from '../../../src/fastify/report/next-steps.ts';
import { AuthoredValues } from '../../../src/flow/authored-values.ts';
import { renderDocument } from '../../../src/render/render.ts';

describe('nextSteps', () => {
  const base = 'https://ivr.example.com';
  const schema = z.object({ b: z.enum(['1', '2']).optional(), name: z.string().optional() });
  const authored = new AuthoredValues(schema, ['en']);
  const levels = {
    get: (path: string) => (['/a', '/d'].includes(path) ? ({ authored } as ServedLevel) : undefined),
  };

  test.each([
    ['the end', <Hangup />, 'Hangup'],
    ['a level with its parameters', <Redirect>/a?b=1&lang=en</Redirect>, 'Redirect /a?b=1&lang=en'],
    [
      'no value that the author did not write',
      <Redirect>/a?__again=1&b=3&name=Ana#ct=1</Redirect>,
      'Redirect /a?__again=1&b=[hidden]&name=[hidden]',
    ],
    [
      'no name that the schema does not have',
      <Redirect>/a?Ana&Ana=1</Redirect>,
      'Redirect /a?[hidden]=[hidden]&[hidden]=[hidden]',
    ],
    ['no path that no level has', <Redirect>/a/Ana</Redirect>, 'Redirect'],
    ['no URL of another host', <Redirect>https://other.example.com/a</Redirect>, 'Redirect'],
    [
      'the action of an element, and not whom it calls',
      <Dial action="/d">
        <Number>+15550123456</Number>
      </Dial>,
      'Dial /d',
    ],
    [
      'all steps, in document order',
      <>
        <GetDigits action="/a?b=2">
          <Speak>Press a key.</Speak>
        </GetDigits>
        <Hangup />
      </>,
      'GetDigits /a?b=2, Hangup',
    ],
    [
      'a dialog with its phase and its wrong answers, once for all tries that are left',
      <>
        <GetDigits action="/a?__dialog=menu&__nomatch=1&__phase=answer&b=2" />
        <GetDigits action="/a?__dialog=menu&__noinput=1&__nomatch=1&__phase=answer&b=2" />
        <Redirect>/d</Redirect>
      </>,
      'GetDigits /a?b=2 (menu answer, noMatch 1), Redirect /d',
    ],
    ['reserved keys of no dialog', <Redirect>/a?__noinput=1</Redirect>, 'Redirect /a?__noinput=1'],
    ['that a document just ends', <Speak>Bye</Speak>, 'end of document'],
  ])('shows %s', async (_what, inside, to) => {
    const { facts } = await renderDocument(<Response>{inside}</Response>, { baseUrl: base });
    expect(nextSteps(facts, base, levels)).toBe(to);
  });
});
