import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flow, level, preview, Response, Speak, type Context } from 'plivo-jsx';
import { readDialogState, withDialogState, withoutDialogState } from '../../src/flow/dialog-state.ts';

const state = { dialog: 'menu', phase: 'answer', noInput: 0, noMatch: 0, repeats: 0 };
const queryOf = (href: string) => Object.fromEntries(new URLSearchParams(href.split('?', 2)[1] ?? ''));

describe('the state of a dialog in an address', () => {
  test.each([
    ['/menu', state, '/menu?__dialog=menu&__phase=answer'],
    [
      '/menu?__again=1&__nomatch=2&lang=en',
      { ...state, noInput: 1, noMatch: 3, repeats: 2 },
      '/menu?__dialog=menu&__noinput=1&__nomatch=3&__phase=answer&__repeats=2&lang=en',
    ],
    ['/menu?name=a?b', state, '/menu?__dialog=menu&__phase=answer&name=a?b'],
    ['/menu?%5F%5Fdialog=a&_%5fphase=b&_c=1', state, '/menu?__dialog=menu&__phase=answer&_c=1'],
    ['/menu?', { ...state, noMatch: 100 }, '/menu?__dialog=menu&__nomatch=99&__phase=answer'],
  ])('%s with %o is %s', (href, given, written) => {
    expect(withDialogState(href, given)).toBe(written);
  });
  test('is read as it was written, beside the parameters of the level', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/);
    const count = fc.nat(99);
    const any = fc.record({ dialog: name, phase: name, noInput: count, noMatch: count, repeats: count });
    const own = fc.dictionary(
      fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/),
      fc.stringMatching(/^[A-Za-z0-9._~-]{0,5}$/),
    );
    fc.assert(
      fc.property(any, any, own, (before, after, params) => {
        const query = new URLSearchParams(params).toString();
        const written = withDialogState(withDialogState(query === '' ? '/a' : `/a?${query}`, before), after);
        expect(readDialogState(queryOf(written))).toEqual(after);
        expect(withoutDialogState(queryOf(written))).toEqual({ ...params });
      }),
    );
  });
});

test('a dialog that posts back with a phase that no address can hold is refused, with its place', async () => {
  const Asks = (_props: object, { enterDialog, postBack }: Context) => {
    postBack?.({ ...enterDialog!('Asks'), phase: 'the answer' });
    return <Speak>Hello.</Speak>;
  };
  const at = level('/asks', () => (
    <Response>
      <Asks />
    </Response>
  ));
  const shown = preview([flow('asks', { levels: [at] })], '/asks', { baseUrl: 'https://ivr.example.com' });
  await expect(shown).rejects.toThrow(
    /^<asks> posts back with a phase that cannot be used\.\n {2}at <Asks> \(test\/flow\/dialog-state\.test\.tsx:\d+:7\)/,
  );
});
