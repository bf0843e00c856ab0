import { describe, expect, test } from 'vitest';
import {
  catalogue,
  Choice,
  Collect,
  Confirm,
  flow,
  Language,
  level,
  Menu,
  preview,
  Response,
  Say,
  Transfer,
  Voicemail,
  type Elements,
  type Level,
  type TextReader,
} from 'plivo-jsx';

const read: TextReader<string> = {
  '~standard': { version: 1, vendor: 'test', validate: (value) => ({ value: String(value) }) },
};
const missing = undefined as never;

/** Renders a level with this content. */
const shown = async (
  content: (end: Level) => Elements,
  t?: Parameters<typeof flow>[1]['catalogue'],
): Promise<string> => {
  const end = level('/end', () => <Response />);
  const first = level('/first', () => <Response>{content(end)}</Response>);
  const flows = [flow('first', { levels: [first, end], ...(t && { catalogue: t }) })];
  return preview(flows, '/first', { baseUrl: 'https://ivr.example.com' });
};

describe('a link that is missing is told with the dialog and the prop', () => {
  test.each<[string, (end: Level) => Elements]>([
    ['<Menu> has no onGiveUp.', () => <Menu onGiveUp={missing} />],
    [
      '<Choice> has no next.',
      (end) => (
        <Menu onGiveUp={end()}>
          <Choice digit="1" next={missing}>
            For sales, press 1.
          </Choice>
        </Menu>
      ),
    ],
    ['<Confirm> has no onYes.', (end) => <Confirm onYes={missing} onNo={end()} onGiveUp={end()} />],
    [
      '<Collect> has no onGiveUp.',
      (end) => <Collect digits={1} read={read} next={() => end()} onGiveUp={missing} />,
    ],
    [
      '<Transfer> has no onCompleted.',
      (end) => <Transfer to="+15550123456" onCompleted={missing} onUnanswered={end()} />,
    ],
    [
      '<Transfer> has no onBusy.',
      (end) => <Transfer to="+15550123456" onCompleted={end()} onUnanswered={missing} />,
    ],
    [
      '<Voicemail> has no next.',
      (end) => <Voicemail onMessage={() => {}} onNothing={end()} next={missing} />,
    ],
    ['<Menu> has a level as onGiveUp, not a link to it.', (end) => <Menu onGiveUp={end as never} />],
  ])('%s', async (sentence, content) => {
    await expect(shown(content)).rejects.toThrow(sentence);
  });
});

test('text between choices is spoken in the language of the call', async () => {
  const t = catalogue({ es: { voice: { voice: 'Polly.Lucia', language: 'es-ES' }, hello: 'Hola.' } });
  const xml = await shown(
    (end) => (
      <Menu onGiveUp={end()} tries={1}>
        Elija, por favor. {t.hello}
        <Choice digit="1" next={end()}>
          Para ventas, pulse 1.
        </Choice>
      </Menu>
    ),
    t,
  );
  expect(xml).toContain('<Speak voice="Polly.Lucia" language="es-ES">Elija, por favor. Hola.</Speak>');
});

describe('a catalogue that the flow does not have', () => {
  const t = catalogue({
    en: { voice: { voice: 'WOMAN', language: 'en-US' }, hello: 'Hello.' },
    de: { voice: { voice: 'WOMAN', language: 'de-DE' }, hello: 'Hallo.' },
  });

  test('is told where a sentence is spoken', async () => {
    await expect(shown(() => <Say>{t.hello}</Say>)).rejects.toThrow(
      /The sentence hello is of a catalogue that the flow does not have[^]*Fix: give the catalogue to the flow/,
    );
  });

  test('is told by <Language>, also inside of a menu', async () => {
    const inMenu = shown((end) => (
      <Menu onGiveUp={end()}>
        <Language of="de">
          <Choice digit="1" next={end()}>
            Für Deutsch drücken Sie die 1.
          </Choice>
        </Language>
      </Menu>
    ));
    await expect(inMenu).rejects.toThrow(
      /The flow does not speak the language de\.[^]*Fix: give the catalogue to the flow: flow\(name, \{ levels, catalogue \}\)\./,
    );
  });
});
