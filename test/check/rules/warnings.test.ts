import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { explore } from '../../../src/check/explore.ts';
import { documentsOf } from '../replay.ts';
import { ask, bye, dial, goTo, record, say, serving, url, type Asked } from '../servers.ts';

/** The warnings for a server, as `R101 the script: the sentence`; each script leads to its document. */
async function warnings(answer: (asked: Asked) => string): Promise<string[]> {
  const transport = serving(answer);
  const graph = await explore(url, { transport });
  const found = check(graph).filter(({ rule }) => rule.level === 'warning');
  for (const { script, node } of found)
    expect(await documentsOf(url, transport, script)).toContain(graph.nodes[node!]!.xml);
  return found.map(({ rule, script, sentence }) => `${rule.id} "${script}": ${sentence}`);
}

const speak = (attributes: string, text: string) => `<Speak ${attributes}>${text}</Speak>${bye}`;

describe('elements that are never executed', () => {
  test('after a Redirect', async () => {
    const shop = ({ path }: Asked) => (path === '/ivr' ? goTo('/next') + say('Hello.') : bye);
    expect(await warnings(shop)).toEqual([
      'R101 "": What follows <Redirect> (line 1 of /ivr) never runs: <Speak>.',
    ]);
  });

  test('after a Dial whose action replaces the document', async () => {
    const shop = ({ path, fields }: Asked) =>
      path === '/ivr' ? dial('action="/done"') + bye : say(fields['DialStatus']!) + bye;
    expect(await warnings(shop)).toEqual([
      'R101 "": What follows <Dial> (line 1 of /ivr) never runs: <Speak>, <Hangup>.',
    ]);
  });

  test('after a prompt without end', async () => {
    expect(await warnings(() => '<Play loop="0">https://cdn.example.com/a.mp3</Play>' + bye)).toEqual([
      'R101 "": What follows <Play> (line 1 of /ivr) never runs: <Speak>, <Hangup>.',
    ]);
  });

  test('but what follows an input, a Dial without action or redirect="false" does run', async () => {
    const shop = ({ path, fields }: Asked) =>
      path === '/ivr'
        ? ask('/x', 'Press 1.') + dial('') + dial('action="/y" redirect="false"') + bye
        : say(fields['DialStatus'] ?? 'Thanks.') + bye;
    expect(await warnings(shop)).toEqual([]);
  });
});

describe('texts and voices', () => {
  test('Spanish in an English voice', async () => {
    expect(await warnings(() => say('Oprima 1 para español.') + bye)).toEqual([
      'R102 "": The text of <Speak> (line 1 of /ivr) is Spanish, and its language is en-US.',
    ]);
  });

  test('English in a Spanish voice, and Russian in a German one', async () => {
    expect(await warnings(() => speak('language="es-ES"', 'Press 1 for English.'))).toEqual([
      'R102 "": The text of <Speak> (line 1 of /ivr) is English, and its language is es-ES.',
    ]);
    expect(await warnings(() => speak('language="de-DE"', 'Нажмите один.'))).toEqual([
      'R102 "": The text of <Speak> (line 1 of /ivr) is Russian, and its language is de-DE.',
    ]);
  });

  test('a word of another language in <lang>, and a name, are no alarm', async () => {
    const text = 'Thank you for calling <lang xml:lang="es-ES">la Casa del Sol, gracias por llamar</lang>.';
    expect(await warnings(() => speak('voice="Polly.Joanna"', text))).toEqual([]);
    expect(await warnings(() => say('La Casa del Sol.') + bye)).toEqual([]);
  });

  test('SSML without a Polly voice, and with one', async () => {
    const text = 'Wait <break time="1s"/> a moment.';
    expect(await warnings(() => speak('voice="WOMAN"', text))).toEqual([
      'R103 "": <Speak> (line 1 of /ivr) has <break>, which its voice WOMAN does not honour.',
    ]);
    expect(await warnings(() => speak('voice="Polly.Joanna"', text))).toEqual([]);
  });

  test('a text of more than 3,000 characters', async () => {
    expect(await warnings(() => say('Hello. '.repeat(428)) + bye)).toEqual([]);
    expect(await warnings(() => say('Hello. '.repeat(429)) + bye)).toEqual([
      'R104 "": The text of <Speak> (line 1 of /ivr) has 3002 characters; Plivo documents at most 3000.',
    ]);
  });

  test('audio over http: from another server', async () => {
    expect(await warnings(() => '<Play>http://cdn.example.com/a.mp3</Play>' + bye)).toEqual([
      'R105 "": <Play> (line 1 of /ivr) plays from cdn.example.com over http:, which anyone on the way can read and replace.',
    ]);
    expect(await warnings(() => '<Play>https://cdn.example.com/a.mp3</Play>' + bye)).toEqual([]);
  });
});

describe('what callers are told', () => {
  test('each outcome of a Dial gets the same document', async () => {
    const shop = (said: (status: string) => string) => (asked: Asked) =>
      asked.path === '/ivr' ? dial('action="/done"') : say(said(asked.fields['DialStatus']!)) + bye;
    expect(await warnings(shop(() => 'Goodbye.'))).toEqual([
      'R106 "dial:no-answer": The action of <Dial> (line 1 of /ivr) answers each outcome with the same document: a caller whom nobody answered hears what one hears who has talked.',
    ]);
    expect(await warnings(shop((status) => (status === 'completed' ? 'Goodbye.' : 'Sorry.')))).toEqual([]);
  });

  test('a message is recorded after words about it, on one way but not on the other', async () => {
    const shop = ({ path, fields }: Asked) => {
      if (path === '/ivr') return ask('/choice', 'Press 1 or 2.', 'numDigits="1" validDigits="12"') + bye;
      const told = fields['Digits'] === '1' ? 'Leave a message.' : 'Now it is your turn.';
      return path === '/choice' ? say(told) + record('callbackUrl="/saved"') + bye : bye;
    };
    expect(await warnings(shop)).toEqual([
      'R107 "2": <Record> (line 1 of /choice) records a caller to whom nobody has said so.',
    ]);
  });

  test('a conversation is recorded, with and without notice', async () => {
    const shop = (words: string) => () => say(words) + record('recordSession="true"') + dial('') + bye;
    expect(await warnings(shop('One moment.'))).toEqual([
      'R107 "": <Record> (line 1 of /ivr) records a caller to whom nobody has said so.',
    ]);
    expect(await warnings(shop('This call is recorded.'))).toEqual([]);
    expect(await warnings(shop('Esta llamada será grabada.'))).toEqual([]);
  });

  test('validDigits turn a wrong key into silence, while another menu tells it', async () => {
    const shop = ({ path, fields }: Asked) => {
      if (path === '/ivr') return ask('/choice', 'Press 1.') + bye;
      if (fields['Digits'] !== '1') return say('That is no option.') + bye;
      return path === '/choice' ? ask('/last', 'Press 1.', 'numDigits="1" validDigits="1"') + bye : bye;
    };
    expect(await warnings(shop)).toEqual([
      'R108 "1 2": At <GetDigits> (line 1 of /choice) the wrong key 2 counts as silence; elsewhere the caller hears “That is no option.”.',
    ]);
  });

  test('validDigits alone are no alarm', async () => {
    const shop = ({ path }: Asked) =>
      path === '/ivr' ? ask('/choice', 'Press 1.', 'numDigits="1" validDigits="1"') + bye : bye;
    expect(await warnings(shop)).toEqual([]);
  });
});
