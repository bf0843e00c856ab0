import { describe, expect, test } from 'vitest';
import { Choice, Menu, Repeat } from 'plivo-jsx';
import { asking, staySilent } from './asking.tsx';

const spoken = asking(({ sales, results, operator }) => (
  <Menu onGiveUp={operator()} noMatch="That is not an option." timeout={3}>
    <Choice digit="1" says={['sales', 'buy something']} next={sales()}>
      For sales, press 1 or say sales.
    </Choice>
    <Choice digit="2" says="Résultats d’analyse" next={results()}>
      For lab results, press 2.
    </Choice>
    <Choice digit="0" next={operator()}>
      For a person, press 0.
    </Choice>
  </Menu>
));
const callAndSay = async (words: string, confidence = 0.9) => {
  const phone = await spoken.call();
  await phone.say(words, { confidence });
  return phone;
};

describe('a menu whose choices have words', () => {
  test('asks for keys and speech, with the words as hints', async () => {
    expect((await spoken.xml('?__dialog=menu&__nomatch=2&__phase=begin')).split('\n').slice(3)).toEqual([
      '  <GetInput action="https://ivr.example/menu?__dialog=menu&amp;__nomatch=2&amp;__phase=answer" inputType="dtmf speech" executionTimeout="5" numDigits="1" finishOnKey="none" speechModel="command_and_search" hints="sales,buy something,Résultats d’analyse">',
      '    <Speak>For sales, press 1 or say sales.</Speak>',
      '    <Speak>For lab results, press 2.</Speak>',
      '    <Speak>For a person, press 0.</Speak>',
      '  </GetInput>',
      '  <Redirect>https://ivr.example/operator</Redirect>',
      '</Response>',
    ]);
  });

  test.each([
    ['sales', 'Sales.'],
    ['Sales, please!', 'Sales.'],
    ['I would like to buy something', 'Sales.'],
    ["resultats d'analyse", 'Results.'],
    ['RÉSULTATS D’ANALYSE', 'Results.'],
    ['wholesales', 'For a person, press 0.'],
    ['sales or résultats d’analyse', 'For a person, press 0.'],
    ['gibberish', 'For a person, press 0.'],
    ['…', 'For a person, press 0.'],
  ])('answers “%s” with “%s”', async (words, text) => {
    const phone = await callAndSay(words);
    expect(phone.heard.at(-1)?.text).toBe(text);
  });

  test('takes keys as well', async () => {
    const phone = await spoken.call();
    await phone.press('2');
    expect(phone.heard.at(-1)?.text).toBe('Results.');
  });

  test('is repeated by words, three times at most', async () => {
    const asked = asking(({ sales, operator }) => (
      <Menu onGiveUp={operator()}>
        <Choice digit="1" next={sales()}>
          For sales, press 1.
        </Choice>
        <Repeat digit="*" says="repeat">
          To hear this again, press star or say repeat.
        </Repeat>
      </Menu>
    ));
    const phone = await asked.call();
    let said = 0;
    for (; phone.ended === undefined && said < 20; said++)
      await phone.say('repeat, please', { confidence: 0.9 });
    expect(said).toBe(4);
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
  });

  test('takes words without a confidence for understood', async () => {
    const answer = { InputType: 'speech', Speech: 'sales', Digits: '' };
    expect(await spoken.xml('?__dialog=menu&__phase=answer', answer)).toContain('<Speak>Sales.</Speak>');
  });

  test('an answer without keys and words, as some report a timeout, is silence', async () => {
    const answer = { InputType: '', Speech: '', Digits: '' };
    const xml = await spoken.xml('?__dialog=menu&__phase=answer', answer);
    expect(xml).toContain('__dialog=menu&amp;__noinput=1&amp;__phase=answer');
    expect(xml).not.toContain('not an option');
  });
});

describe('words that Plivo is not sure of', () => {
  test('are asked about, and neither the question nor the answer is in an address', async () => {
    const phone = await callAndSay('buy something', 0.49);
    expect(phone.document?.replaceAll('><', '>\n<').split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Response>',
      ...[0, 1, 2].flatMap((silent) => [
        `<GetInput action="http://localhost/menu?__dialog=menu&amp;${silent === 0 ? '' : `__noinput=${silent}&amp;`}__phase=confirm" inputType="dtmf speech" executionTimeout="5" numDigits="1" finishOnKey="none" speechModel="command_and_search" hints="yes,yeah,right,correct,no,nope,not,wrong">`,
        '<Speak>Did you say sales?</Speak>',
        '<Speak>If that is right, press 1. If not, press 2.</Speak>',
        '</GetInput>',
      ]),
      '<Redirect>http://localhost/operator</Redirect>',
      '</Response>',
    ]);
  });

  test.each(['1', '2'])('key %s answers that question, and not the menu', async (key) => {
    const phone = await callAndSay('sales', 0.2);
    await phone.press(key);
    expect(phone.heard.at(-1)?.text).toBe(key === '1' ? 'Sales.' : 'For a person, press 0.');
  });

  test.each([
    ['Yes!', 'Sales.'],
    ['yeah, that is correct', 'Sales.'],
    ['no', 'For a person, press 0.'],
    ['not right', 'If that is right, press 1. If not, press 2.'],
    ['results', 'If that is right, press 1. If not, press 2.'],
  ])('“%s” is answered with “%s”', async (words, text) => {
    const phone = await callAndSay('sales', 0.2);
    await phone.say(words, { confidence: 0.9 });
    expect(phone.heard.at(-1)?.text).toBe(text);
  });

  test('a yes that Plivo is not sure of is none', async () => {
    const phone = await callAndSay('sales', 0.2);
    await phone.say('yes', { confidence: 0.3 });
    expect(phone.heard.at(-1)?.text).toBe('If that is right, press 1. If not, press 2.');
  });

  test('silence after the question reaches an end', async () => {
    const phone = await callAndSay('sales', 0.2);
    expect(await staySilent(phone)).toBe(3);
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
  });

  test.each([
    ['nonsense', 3],
    ['sales', 3],
  ])('saying “%s” again and again reaches an end', async (words, most) => {
    const phone = await callAndSay('sales', 0.2);
    let said = 0;
    for (; phone.ended === undefined && said < 20; said++) await phone.say(words, { confidence: 0.2 });
    expect(said).toBe(most);
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
  });

  test('no after no reaches an end', async () => {
    const phone = await callAndSay('sales', 0.2);
    for (let said = 0; phone.ended === undefined && said < 20; said++) {
      await phone.say('no', { confidence: 0.9 });
      if (phone.ended === undefined) await phone.say('sales', { confidence: 0.2 });
    }
    expect(phone.heard.at(-1)?.text).toBe('Operator.');
    expect(phone.requests).toHaveLength(7);
  });

  test('a yes that comes without a question, as in a forged address, is a no-match', async () => {
    const xml = await spoken.xml('?__dialog=menu&__phase=confirm', { Digits: '1' });
    expect(xml).toContain('<Speak>That is not an option.</Speak>');
  });

  test('with confidence 0 nothing is asked, with 1 everything is', async () => {
    const sure = (confidence: number) =>
      asking(({ sales, operator }) => (
        <Menu onGiveUp={operator()} confidence={confidence}>
          <Choice digit="1" says="sales" next={sales()}>
            Say sales.
          </Choice>
        </Menu>
      ));
    const trusting = await sure(0).call();
    await trusting.say('sales', { confidence: 0 });
    expect(trusting.heard.at(-1)?.text).toBe('Sales.');
    const careful = await sure(1).call();
    await careful.say('sales', { confidence: 0.99 });
    expect(careful.heard.at(-2)?.text).toBe('Did you say sales?');
  });
});
