import { expect, test } from 'vitest';
import { WithContext, Choice, Menu, catalogue, type Context } from 'plivo-jsx';
import { asking } from './asking.tsx';

const t = catalogue({
  en: { voice: { language: 'en-GB' }, bye: 'Goodbye.' },
  es: { voice: { voice: 'Polly.Lucia' }, bye: 'Adiós.' },
  zh: { voice: { voice: 'Polly.Zhiyu', language: 'cmn-CN' }, bye: '再见' },
  pt: { voice: { voice: 'Polly.Ines', language: 'pt-PT' }, bye: 'Adeus.' },
  da: { voice: { voice: 'Polly.Naja', language: 'da-DK' }, bye: 'Farvel.' },
});

test.each<[string, Partial<Context>, string | undefined]>([
  ['the language of the voice', { catalogue: t, language: 'en' }, 'en-GB'],
  ['the first language of a catalogue', { catalogue: t }, 'en-GB'],
  ['the language of the call, where the voice has none', { catalogue: t, language: 'es' }, 'es-US'],
  ['Mandarin, by the code that speech recognition has for it', { catalogue: t, language: 'zh' }, 'zh-CN'],
  ['a relative that Plivo names', { catalogue: t, language: 'pt' }, 'pt-BR'],
  ['one that Plivo does not name', { catalogue: t, language: 'da' }, 'da-DK'],
  ['none, where Plivo names none', { language: 'fi' }, undefined],
  ['the language of a flow without a catalogue', { language: 'hi' }, 'hi-IN'],
  ['none, where the flow has no languages', {}, undefined],
])('speech is recognised in %s', async (_which, values, language) => {
  const asked = asking(({ sales, operator }) => (
    <WithContext values={values}>
      <Menu onGiveUp={operator()}>
        <Choice digit="1" says="sales" next={sales()} />
      </Menu>
    </WithContext>
  ));
  const [input] = (await asked.xml()).match(/<GetInput .*?>/) ?? [];
  expect(/ language="(.*?)"/.exec(input ?? '')?.[1]).toBe(language);
});
