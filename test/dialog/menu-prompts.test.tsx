import { expect, test } from 'vitest';
import { Menu, Choice, Play, Repeat, Speak, type Node } from 'plivo-jsx';
import { asking } from './asking.tsx';

const count = 3;
const Loud = ({ children }: { children?: Node }) => <Speak voice="MAN">{children}</Speak>;

test.each<[string, Node, string]>([
  ['text', 'Please choose.', '<Speak>Please choose.</Speak>'],
  ['text with values', <>You have {count} messages.</>, '<Speak>You have 3 messages.</Speak>'],
  ['an element', <Play>https://a.example/choose.mp3</Play>, '<Play>https://a.example/choose.mp3</Play>'],
  ['a component', <Loud>Please choose.</Loud>, '<Speak voice="MAN">Please choose.</Speak>'],
  [
    'text and elements',
    <>
      Welcome. <Play>https://a.example/tune.mp3</Play>
      {null}
      Please {'choose'}.
      <Speak voice="Polly.Joanna">
        <emphasis>Now</emphasis>
      </Speak>
    </>,
    '<Speak>Welcome.</Speak><Play>https://a.example/tune.mp3</Play><Speak>Please choose.</Speak><Speak voice="Polly.Joanna"><emphasis>Now</emphasis></Speak>',
  ],
  ['nothing', null, ''],
  ['blank text', '  ', ''],
])('a prompt may be %s, wherever one is said', async (_kind, prompt, xml) => {
  const asked = asking(({ sales, operator }) => (
    <Menu onGiveUp={operator()} noInput={prompt} noMatch={prompt} tries={2}>
      <Choice digit="1" next={sales()}>
        {prompt}
      </Choice>
      <Repeat digit="2">{prompt}</Repeat>
    </Menu>
  ));
  const said = (document: string) =>
    [
      ...document
        .replaceAll(/>\n\s*/g, '>')
        .matchAll(/<GetDigits .*?>(.*?)<\/GetDigits>|<GetDigits [^>]*\/>/g),
    ].map(([, inside = '']) => inside);
  expect(said(await asked.xml())).toEqual([xml + xml, xml + xml + xml]);
  const wrong = await asked.xml('?__dialog=menu&__phase=answer', { Digits: '5' });
  expect(said(wrong)).toEqual([xml + xml + xml]);
});
