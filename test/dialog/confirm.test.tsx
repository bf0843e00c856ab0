import { describe, expect, test } from 'vitest';
import { Confirm, Speak, WithContext } from 'plivo-jsx';
import { asking, holdKey, staySilent } from './asking.tsx';

const confirm = asking(({ sales, results, operator }) => (
  <Confirm
    onYes={sales()}
    onNo={results()}
    onGiveUp={operator()}
    noInput={['Are you there?', <Speak>Hello?</Speak>]}
    noMatch="Please press 1 or 2."
  >
    You chose the third of May.
  </Confirm>
));
const spoken = asking(({ sales, results, operator }) => (
  <Confirm onYes={sales()} onNo={results()} onGiveUp={operator()} speech keys="Say yes or no.">
    <Speak>You chose the third of May.</Speak>
  </Confirm>
));

describe('<Confirm>', () => {
  test('asks once for each try, and then goes on elsewhere', async () => {
    expect(await confirm.xml()).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <Speak>Welcome.</Speak>
        <GetDigits action="https://ivr.example/menu?__dialog=confirm&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>You chose the third of May.</Speak>
          <Speak>If that is right, press 1. If not, press 2.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example/menu?__dialog=confirm&amp;__noinput=1&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>Are you there?</Speak>
          <Speak>You chose the third of May.</Speak>
          <Speak>If that is right, press 1. If not, press 2.</Speak>
        </GetDigits>
        <GetDigits action="https://ivr.example/menu?__dialog=confirm&amp;__noinput=2&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>Hello?</Speak>
          <Speak>You chose the third of May.</Speak>
          <Speak>If that is right, press 1. If not, press 2.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example/operator</Redirect>
      </Response>"
    `);
  });

  test('asks again without the welcome', async () => {
    const query = '?__dialog=confirm&__noinput=1&__phase=answer';
    expect(await confirm.xml(query, { Digits: '5' })).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <Response>
        <GetDigits action="https://ivr.example/menu?__dialog=confirm&amp;__noinput=1&amp;__nomatch=1&amp;__phase=answer" numDigits="1" timeout="7" finishOnKey="none">
          <Speak>Please press 1 or 2.</Speak>
          <Speak>You chose the third of May.</Speak>
          <Speak>If that is right, press 1. If not, press 2.</Speak>
        </GetDigits>
        <Redirect>https://ivr.example/operator</Redirect>
      </Response>"
    `);
  });

  test('is answered with the document of yes or of no', async () => {
    const query = '?__dialog=confirm&__phase=answer';
    expect(await confirm.xml(query, { Digits: '1' })).toContain('<Speak>Sales.</Speak>');
    expect(await confirm.xml(query, { Digits: '2' })).toContain('<Speak>Results.</Speak>');
  });

  test('takes words where speech is allowed, and keys all the same', async () => {
    expect((await spoken.xml()).split('\n')[3]).toBe(
      '  <GetInput action="https://ivr.example/menu?__dialog=confirm&amp;__phase=answer" inputType="dtmf speech" executionTimeout="7" numDigits="1" finishOnKey="none" speechModel="command_and_search" hints="yes,yeah,right,correct,no,nope,not,wrong">',
    );
    const phone = await spoken.call();
    await phone.press('2');
    expect(phone.heard.at(-1)?.text).toBe('Results.');
  });

  test.each([
    ['yes', 0.9, 'Sales.'],
    ['No, thanks.', 0.9, 'Results.'],
    ['that is not correct', 0.9, 'Say yes or no.'],
    ['maybe', 0.9, 'Say yes or no.'],
    ['yes', 0.4, 'Say yes or no.'],
  ])('“%s” with a confidence of %s is answered with “%s”', async (words, confidence, text) => {
    const phone = await spoken.call();
    await phone.say(words, { confidence });
    expect(phone.heard.at(-1)?.text).toBe(text);
  });

  test.each([
    ['es', 'Sí, claro', 'Si es correcto, pulse 1. Si no, pulse 2.'],
    ['hi', 'हाँ जी', 'अगर यह सही है, तो 1 दबाएँ। अगर नहीं, तो 2 दबाएँ।'],
    ['fr', 'oui', 'Si c’est exact, tapez 1. Sinon, tapez 2.'],
    ['de', 'Ja, genau', 'Wenn das stimmt, drücken Sie die 1. Wenn nicht, drücken Sie die 2.'],
    ['pt', 'sim', 'Se estiver certo, tecle 1. Se não, tecle 2.'],
    ['it', 'sì', 'Se è giusto, prema 1. Se no, prema 2.'],
    ['xx', 'yes', 'If that is right, press 1. If not, press 2.'],
  ])('in the language %s takes “%s” for yes', async (language, yes, keys) => {
    const asked = asking(({ sales, results, operator }) => (
      <WithContext values={{ language }}>
        <Confirm onYes={sales()} onNo={results()} onGiveUp={operator()} speech />
      </WithContext>
    ));
    expect(await asked.xml()).toContain(`<Speak>${keys}</Speak>`);
    const phone = await asked.call();
    await phone.say(yes, { confidence: 0.9 });
    expect(phone.heard.at(-1)?.text).toBe('Sales.');
  });

  test.each([
    ['es', 'no es correcto'],
    ['hi', 'सही नहीं'],
    ['fr', 'pas exact'],
    ['de', 'nicht richtig'],
    ['pt', 'não está certo'],
    ['it', 'non è giusto'],
  ])('in the language %s never takes “%s” for yes', async (language, words) => {
    const asked = asking(({ sales, results, operator }) => (
      <WithContext values={{ language }}>
        <Confirm onYes={sales()} onNo={results()} onGiveUp={operator()} speech />
      </WithContext>
    ));
    const phone = await asked.call();
    await phone.say(words, { confidence: 0.9 });
    expect(phone.heard.at(-1)?.text).not.toBe('Sales.');
  });
});

describe('a caller who is asked to confirm', () => {
  test.each([...'0123456789*#'])('and whose key %s is stuck reaches an end', async (key) => {
    const phone = await confirm.call();
    expect(await holdKey(phone, key)).toBe(key === '1' || key === '2' ? 1 : 3);
    expect(phone.heard.at(-1)?.text).toMatch(/^(Sales|Results|Operator)\.$/);
  });

  test('and is silent reaches an end', async () => {
    const phone = await confirm.call();
    expect(await staySilent(phone)).toBe(3);
    expect(phone.requests.map(({ path }) => path)).toEqual(['/menu', '/operator']);
  });

  test('and is silent, then wrong, then silent reaches an end', async () => {
    const phone = await confirm.call();
    await phone.wait();
    await phone.press('4');
    await phone.wait();
    expect(phone.heard.map(({ text }) => text).filter((text) => !/^(You|If) /.test(text))).toEqual([
      'Welcome.',
      'Are you there?',
      'Please press 1 or 2.',
      'Operator.',
    ]);
  });
});
