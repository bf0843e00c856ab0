import { describe, expect, test } from 'vitest';
import { Choice, Menu, Repeat, Speak, WithContext, type ChoiceProps, type Node } from 'plivo-jsx';
import { asking, holdKey, staySilent } from './asking.tsx';

const menu = asking(({ sales, results, operator }) => (
  <Menu
    onGiveUp={operator()}
    noInput={['I did not hear you.', 'Please press a key.']}
    noMatch={[<Speak>That is not an option.</Speak>, 'Please listen once more.']}
    tries={4}
  >
    <Choice digit="1" next={sales()}>
      For sales, press 1.
    </Choice>
    <Choice digit="2" next={results()}>
      <Speak>For results, press 2.</Speak>
    </Choice>
    <Repeat digit="*">To hear this again, press star.</Repeat>
  </Menu>
));

const firstWords = (texts: readonly { readonly text: string }[]) =>
  texts.map(({ text }) => text).filter((text) => !/^(For|To) /.test(text));

describe('the documents of a menu', () => {
  test('the first has one question for each try, and a last resort', async () => {
    expect(await menu.xml()).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Welcome.</Speak>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>For sales, press 1.</Speak>
          <Speak>For results, press 2.</Speak>
          <Speak>To hear this again, press star.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__noinput=1&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>I did not hear you.</Speak>
          <Speak>For sales, press 1.</Speak>
          <Speak>For results, press 2.</Speak>
          <Speak>To hear this again, press star.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__noinput=2&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>Please press a key.</Speak>
          <Speak>For sales, press 1.</Speak>
          <Speak>For results, press 2.</Speak>
          <Speak>To hear this again, press star.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__noinput=3&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>Please press a key.</Speak>
          <Speak>For sales, press 1.</Speak>
          <Speak>For results, press 2.</Speak>
          <Speak>To hear this again, press star.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example/operator</Redirect>
      </Response>"
    `);
  });

  test('after a wrong key the question is repeated without the welcome, with the tries that are left', async () => {
    const query = '?__dialog=menu&__noinput=1&__nomatch=1&__phase=answer';
    expect(await menu.xml(query, { Digits: '7' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__noinput=1&amp;__nomatch=2&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>Please listen once more.</Speak>
          <Speak>For sales, press 1.</Speak>
          <Speak>For results, press 2.</Speak>
          <Speak>To hear this again, press star.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example/operator</Redirect>
      </Response>"
    `);
  });

  test('a key is answered with the document of its level', async () => {
    expect(await menu.xml('?__dialog=menu&__phase=answer', { Digits: '2' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Results.</Speak>
        <Hangup/>
      </Response>"
    `);
  });

  test('a repeat says the menu alone, and counts', async () => {
    const asked = asking(({ operator }) => (
      <Menu onGiveUp={operator()} tries={1}>
        <Repeat digit="*">To hear this again, press star.</Repeat>
      </Menu>
    ));
    const query = '?__dialog=menu&__phase=answer&__repeats=2';
    expect(await asked.xml(query, { Digits: '*' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__phase=answer&amp;__repeats=3" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>To hear this again, press star.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example/operator</Redirect>
      </Response>"
    `);
  });

  test('after the last try the answer is the level to give up at', async () => {
    const query = '?__dialog=menu&__nomatch=3&__phase=answer';
    expect(await menu.xml(query, { Digits: '7' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Operator.</Speak>
        <Hangup/>
      </Response>"
    `);
  });
});

describe('a caller', () => {
  test('hears the escalation for silence and the one for wrong keys, each from its beginning', async () => {
    const phone = await menu.call();
    await phone.wait();
    await phone.press('9');
    await phone.wait();
    expect(firstWords(phone.heard)).toEqual([
      'Welcome.',
      'I did not hear you.',
      'That is not an option.',
      'Please press a key.',
    ]);
    await phone.press('8');
    expect(firstWords(phone.heard).at(-1)).toBe('Operator.');
    expect(phone.requests.map(({ path }) => path)).toEqual([
      '/menu',
      '/menu?__dialog=menu&__noinput=1&__phase=answer',
      '/menu?__dialog=menu&__noinput=2&__nomatch=1&__phase=answer',
    ]);
  });

  test('hears the last prompt of a list for every further time', async () => {
    const phone = await menu.call();
    for (const key of ['9', '8', '7']) await phone.press(key);
    expect(firstWords(phone.heard)).toEqual([
      'Welcome.',
      'That is not an option.',
      'Please listen once more.',
      'Please listen once more.',
    ]);
    await phone.press('6');
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
  });

  test('who is silent reaches the level to give up at after as many questions as there are tries', async () => {
    const phone = await menu.call();
    expect(await staySilent(phone)).toBe(4);
    expect(firstWords(phone.heard)).toEqual([
      'Welcome.',
      'I did not hear you.',
      'Please press a key.',
      'Please press a key.',
      'Operator.',
    ]);
    expect(phone.requests).toHaveLength(2);
  });

  test.each([...'0123456789#'])('whose key %s is stuck reaches an end', async (key) => {
    const phone = await menu.call();
    const pressed = await holdKey(phone, key);
    expect(pressed).toBe(key === '1' || key === '2' ? 1 : 4);
    expect(phone.heard.at(-1)?.text).toMatch(/^(Sales|Results|Operator)\.$/);
  });

  test('whose repeat key is stuck reaches an end after three repeats', async () => {
    const phone = await menu.call();
    expect(await holdKey(phone, '*')).toBe(4);
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
  });

  test('may press a key before the prompts end', async () => {
    const phone = await menu.call({ pressEarly: '2' });
    expect(phone.heard.map(({ text }) => text)).toEqual(['Welcome.', 'For sales, press 1.', 'Results.']);
  });
});

describe('choices', () => {
  let isOpen = true;
  const Later = async ({ children }: { children?: Node }) => {
    await new Promise(setImmediate);
    return children;
  };
  const Billing = ({ digit, next }: { digit: '3' | '4'; next: ChoiceProps['next'] }) => (
    <>
      <Choice digit={digit} next={next}>
        For billing, press {digit}.
      </Choice>
    </>
  );
  const scattered = asking(({ sales, results, operator }) => (
    <Menu onGiveUp={operator()}>
      <Speak>How can we help?</Speak>
      {isOpen && (
        <Choice digit="1" next={sales()}>
          For sales, press 1.
        </Choice>
      )}
      {[2].map((each) => (
        <Choice digit="2" next={results()} key={each}>
          For results, press 2.
        </Choice>
      ))}
      <Billing digit="3" next={results()} />
      <Later>
        <WithContext values={{}}>
          <Billing digit="4" next={results()} />
          {null}
        </WithContext>
      </Later>
      <Repeat digit="#">To hear this again, press pound.</Repeat>
    </Menu>
  ));

  test('are found in components, fragments, lists, conditions and async components, in document order', async () => {
    expect(await scattered.xml('?__dialog=menu&__nomatch=2&__phase=begin')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Welcome.</Speak>
        <GetDigits action="https://ivr.example/menu?__dialog=menu&amp;__nomatch=2&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>How can we help?</Speak>
          <Speak>For sales, press 1.</Speak>
          <Speak>For results, press 2.</Speak>
          <Speak>For billing, press 3.</Speak>
          <Speak>For billing, press 4.</Speak>
          <Speak>To hear this again, press pound.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example/operator</Redirect>
      </Response>"
    `);
  });

  test.each([
    ['1', 'Sales.'],
    ['2', 'Results.'],
    ['3', 'Results.'],
    ['4', 'Results.'],
  ])('key %s leads from wherever it stands to “%s”', async (key, text) => {
    const phone = await scattered.call();
    await phone.press(key);
    expect(phone.heard.at(-1)?.text).toBe(text);
  });

  test('one that is gone when its key arrives is a no-match', async () => {
    const phone = await scattered.call();
    isOpen = false;
    try {
      await phone.press('1');
      expect(phone.heard.at(-1)?.text).toBe('To hear this again, press pound.');
      expect(phone.heard.filter(({ text }) => text === 'For sales, press 1.')).toHaveLength(1);
      await phone.press('2');
      expect(phone.heard.at(-1)?.text).toBe('Results.');
    } finally {
      isOpen = true;
    }
  });

  test('when all are gone, the caller is led to the level to give up at', async () => {
    let isThere = true;
    const asked = asking(({ sales, operator }) => (
      <Menu onGiveUp={operator()}>
        {isThere && (
          <Choice digit="1" next={sales()}>
            For sales, press 1.
          </Choice>
        )}
      </Menu>
    ));
    const phone = await asked.call();
    isThere = false;
    await phone.press('1');
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
  });
});

describe('several menus', () => {
  let kind: 'a' | 'b' | 'none' = 'a';
  const twice = asking(({ sales, results, operator }) => (
    <>
      {kind === 'a' && (
        <Menu name="day" onGiveUp={operator()}>
          <Choice digit="1" next={sales()}>
            For sales, press 1.
          </Choice>
        </Menu>
      )}
      {kind === 'b' && (
        <Menu name="night" onGiveUp={operator()}>
          <Choice digit="1" next={results()}>
            For results, press 1.
          </Choice>
        </Menu>
      )}
      {kind === 'none' && <Speak>We are closed.</Speak>}
    </>
  ));

  test('in one level are told apart by name', async () => {
    kind = 'b';
    const phone = await twice.call();
    await phone.press('1');
    expect(phone.heard.at(-1)?.text).toBe('Results.');
    expect(phone.requests.at(-1)?.path).toBe('/menu?__dialog=night&__phase=answer');
  });

  test('when the one that was asked is gone, the level answers as it stands', async () => {
    kind = 'a';
    const phone = await twice.call();
    kind = 'b';
    await phone.press('1');
    expect(phone.heard.slice(-2).map(({ text }) => text)).toEqual(['Welcome.', 'For results, press 1.']);
    kind = 'none';
    await phone.press('1');
    expect(phone.heard.slice(-2).map(({ text }) => text)).toEqual(['Welcome.', 'We are closed.']);
  });
});
