import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { explore } from '../../../src/check/explore.ts';
import { rules } from '../../../src/check/rules/index.ts';
import { parseScript, runScript, startCall, startingPace, type Transport } from '../../../src/phone/index.ts';
import { ask, askWords, bye, dial, goTo, say, serving, url, type Asked } from '../servers.ts';

/** The findings of one rule, as `the script: the sentence`. Each script runs as printed. */
async function found(id: string, transport: Transport, promptSeconds?: number): Promise<string[]> {
  const graph = await explore(url, { transport });
  const findings = check(
    graph,
    rules.filter((rule) => rule.id === id),
    { promptSeconds },
  );
  for (const { script } of findings) {
    const steps = parseScript(script);
    const call = await startCall(url, { transport, pace: startingPace(steps) });
    expect(await runScript(call, steps)).toEqual([]);
  }
  return findings.map(({ script, sentence }) => `${script}: ${sentence}`);
}

/** A text in a language; only one voice speaks Hindi. */
const speak = (text: string, language: string) =>
  `<Speak language="${language}"${language === 'hi-IN' ? ' voice="Polly.Aditi"' : ''}>${text}</Speak>`;

/** A document that says something in a language, and asks for one key. */
const menu = (text: string, language = 'en-US', more = '') =>
  `<GetDigits action="https://ivr.example.com/choice" numDigits="1" ${more}>${speak(text, language)}</GetDigits>${bye}`;

const saying = (text: string, language?: string, more?: string) =>
  serving(({ path }) => (path === '/ivr' ? menu(text, language, more) : bye));

describe('R201 option before key', () => {
  test.each([
    ['en-US', 'Press 1 for sales.'],
    ['en-GB', 'Welcome to the shop. Please press the number one to buy shoes.'],
    ['es-ES', 'Oprima 1 para español.'],
    ['es-US', 'Por favor, marque el dos si desea hablar con nosotros.'],
    ['fr-FR', 'Appuyez sur la touche 1 pour les ventes.'],
    ['de-DE', 'Bitte drücken Sie die 1 für den Verkauf.'],
    ['de-DE', 'Drücken Sie die 2, um uns zu sprechen.'],
    ['pt-BR', 'Tecle 1 para vendas.'],
    ['it-IT', 'Prema 1 per le vendite.'],
    ['hi-IN', '1 दबाएँ बिक्री के लिए।'],
  ])('%s: “%s” is found', async (language, text) => {
    const [finding] = await found('R201', saying(text, language));
    expect(finding).toMatch(/^: \/ivr says the key before the option: “/);
  });

  test.each([
    ['en-US', 'For sales, press 1. To talk to a person, press 0.'],
    ['en-US', 'For sales press 1, for support press 2, for jobs press 3.'],
    ['en-US', 'To hear this again, press star.'],
    ['en-US', 'Please press 1 now.'],
    ['es-ES', 'Para español, oprima 1. Para pedir cita, pulse 2.'],
    ['fr-FR', 'Pour les ventes, tapez 1.'],
    ['de-DE', 'Für den Verkauf drücken Sie die 1, für den Kundendienst die 2.'],
    ['pt-BR', 'Para vendas, tecle 1.'],
    ['it-IT', 'Per le vendite, prema 1.'],
    ['hi-IN', 'बिक्री के लिए, 1 दबाएँ।'],
    // Of a language that is not known nothing is said.
    ['sv-SE', 'Press 1 for svenska.'],
  ])('%s: “%s” is good', async (language, text) => {
    expect(await found('R201', saying(text, language))).toEqual([]);
  });

  test('the language is that of the voice, if no other is written', async () => {
    const spanish = serving(({ path }) =>
      path === '/ivr'
        ? `<GetDigits action="https://ivr.example.com/x" numDigits="1"><Speak voice="Polly.Lucia">Pulse 1 para ventas.</Speak></GetDigits>${bye}`
        : bye,
    );
    expect(await found('R201', spanish)).toEqual([
      ': /ivr says the key before the option: “Pulse 1 para ventas.”',
    ]);
  });
});

describe('R202 blame', () => {
  test.each([
    ['en-US', 'Invalid input.', 'invalid'],
    ['en-US', 'You pressed a wrong key.', 'wrong key'],
    ['en-US', 'You failed to enter a number.', 'you failed'],
    ['es-ES', 'Opción no válida.', 'no válida'],
    ['fr-FR', 'Mauvaise touche.', 'mauvaise touche'],
    ['de-DE', 'Ungültige Eingabe.', 'ungültig'],
    ['pt-BR', 'Opção inválida.', 'inválida'],
    ['it-IT', 'Scelta non valida.', 'non valida'],
    ['hi-IN', 'अमान्य विकल्प।', 'अमान्य'],
  ])('%s: “%s”', async (language, text, word) => {
    const shop = serving(({ path }) =>
      path === '/ivr' ? menu('For sales, press 1.', 'en-US', 'validDigits="1"') : speak(text, language) + bye,
    );
    expect(await found('R202', shop)).toEqual([`1: /choice blames the caller with “${word}”: “${text}”`]);
  });

  test.each([
    ['en-US', 'We are sorry, something went wrong on our side.'],
    ['en-US', 'If that is wrong, press 2.'],
    ['es-ES', 'Lo sentimos, algo salió mal de nuestro lado.'],
    ['de-DE', 'Wenn das falsch ist, drücken Sie die 2.'],
    ['hi-IN', 'अगर यह गलत है, तो 2 दबाएँ।'],
  ])('%s: “%s” blames nobody', async (language, text) => {
    expect(await found('R202', saying(text, language))).toEqual([]);
  });
});

describe('menus that are hard to follow', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => `For shop ${index + 1}, press ${index + 1}.`).join(' ');

  test('six options are too many, five and the keys for a person and to repeat are not', async () => {
    expect(await found('R203', saying(options(6)))).toEqual([': /ivr has 6 options.']);
    const five = `${options(5)} For a person, press 0. To hear this again, press star.`;
    expect(await found('R203', saying(five))).toEqual([]);
  });

  /** Menus one behind the other; 9 repeats each. */
  const depth = (most: number) =>
    serving(({ query, fields }) => {
      const now = Number(query.get('n') ?? 1);
      const pressed = fields['Digits'];
      const at = pressed === '1' ? now + 1 : now;
      if (at > most) return bye;
      const text = `For floor ${at}, press 1. To hear floor ${at} again, press 9.`;
      return ask(`/ivr?n=${at}`, text, 'numDigits="1" validDigits="19"') + bye;
    });

  test('the fourth menu is too deep, the third one and a repeated one are not', async () => {
    expect(await found('R204', depth(5))).toEqual(['1 1 1: /ivr is the 4th menu on the shortest way to it.']);
    expect(await found('R204', depth(3))).toEqual([]);
  });

  test('three options without a key that repeats them', async () => {
    const shop =
      (text: string) =>
      ({ path, fields }: Asked) =>
        path === '/ivr' || fields['Digits'] === '9' ? menu(text, 'en-US', 'validDigits="1239"') : bye;
    expect(await found('R205', serving(shop(options(3))))).toEqual([]);
    expect(await found('R205', saying(options(3), 'en-US', 'validDigits="123"'))).toEqual([
      ': /ivr has no key that repeats its 3 options.',
    ]);
    expect(await found('R205', saying(options(2), 'en-US', 'validDigits="12"'))).toEqual([]);
  });

  test('no way to a person, and one behind a later menu', async () => {
    const shop =
      (last: string) =>
      ({ path, query }: Asked) => {
        if (path === '/ivr')
          return (
            ask('/choice', 'For shoes, press 1. For hats, press 2.', 'numDigits="1" validDigits="12"') + bye
          );
        if (query.get('n') !== null) return last;
        return ask('/choice?n=2', 'For the desk, press 1.', 'numDigits="1" validDigits="1"') + bye;
      };
    expect(await found('R206', serving(shop(bye)))).toEqual([': No key of /ivr leads to a person.']);
    expect(await found('R206', serving(shop(dial('') + bye)))).toEqual([]);
  });

  test('keys out of order; each language has its own order', async () => {
    expect(await found('R209', saying('For sales, press 2. For support, press 1.'))).toEqual([
      ': /ivr names the keys 2 and 1 in this order.',
    ]);
    expect(await found('R209', saying('For a person, press 0. For sales, press 1.'))).toEqual([]);
    const both = serving(({ path }) =>
      path === '/ivr'
        ? `<GetDigits action="https://ivr.example.com/x" numDigits="1">${[
            '<Speak language="en-US">For sales, press 1. For jobs, press 2.</Speak>',
            '<Speak language="es-ES">Para ventas, pulse 1. Para empleos, pulse 2.</Speak>',
          ].join('')}</GetDigits>${bye}`
        : bye,
    );
    expect(await found('R209', both)).toEqual([]);
  });
});

describe('R207 the same reprompt', () => {
  test('after silence', async () => {
    expect(
      await found(
        'R207',
        serving(() => ask('/ivr', 'For sales, press 1.') + goTo('/ivr')),
      ),
    ).toEqual(['silence: /ivr says the same again after silence.']);
  });

  test('after a wrong key', async () => {
    const shop = ({ path, fields }: Asked) =>
      path === '/ivr' || fields['Digits'] !== '1' ? menu('For sales, press 1.') : bye;
    expect(await found('R207', serving(shop))).toEqual(['2: /ivr says the same again after a wrong key.']);
  });

  test('after words that were not understood', async () => {
    const shop = ({ path, fields }: Asked) =>
      path === '/ivr' || fields['Speech'] !== 'sales'
        ? askWords('/choice', 'Say sales.', 'inputType="speech" hints="sales"') + bye
        : bye;
    expect(await found('R207', serving(shop))).toEqual([
      'say:"blah blah": /ivr says the same again after words that were not understood.',
    ]);
  });

  test('other words before the options are good, and the third try may be as the second one', async () => {
    const shop = ({ query }: Asked) => {
      const n = Number(query.get('n') ?? 1);
      if (n > 3) return bye;
      const sorry = n === 1 ? '' : say('I did not hear you.');
      return `${sorry}${ask('/end', 'For sales, press 1.')}${goTo(`/ivr?n=${n + 1}`)}`;
    };
    expect(
      await found(
        'R207',
        serving((asked) => (asked.path === '/end' ? bye : shop(asked))),
      ),
    ).toEqual([]);
  });
});

describe('R208 a long prompt', () => {
  const long =
    'Welcome to the shop of all shops, where everybody finds everything that they ever looked for, and much more. '.repeat(
      2,
    );

  test('counts the seconds until the first option, and not the options together', async () => {
    expect(await found('R208', saying(`${long}For sales, press 1.`))).toEqual([
      ': /ivr speaks for 18.1 s before the caller hears what to do, or the next option.',
    ]);
    const many = 'For shoes of leather, press 1. '.repeat(9);
    expect(await found('R208', saying(many))).toEqual([]);
  });

  test('has a limit that can be set', async () => {
    expect(await found('R208', saying(`${long}For sales, press 1.`), 20)).toEqual([]);
    expect(await found('R208', saying('For sales, press 1.'), 1)).toHaveLength(1);
  });
});

describe('prompts and keys that do not fit', () => {
  test('a key that is named and not accepted', async () => {
    expect(await found('R210', saying('For sales, press 1 or 2.', 'en-US', 'validDigits="1"'))).toEqual([]);
    expect(await found('R210', saying('For sales, press 2.', 'en-US', 'validDigits="1"'))).toEqual([
      ': /ivr tells the caller to press 2, which is not an option.',
    ]);
  });

  test('a key that is named and answered like any wrong key', async () => {
    const shop = ({ path, fields }: Asked) =>
      path === '/ivr'
        ? menu('For sales, press 1. For jobs, press 2.')
        : fields['Digits'] === '1'
          ? bye
          : say('Let us try that again.') + goTo('/ivr');
    expect(await found('R210', serving(shop))).toEqual([
      ': /ivr tells the caller to press 2, which is not an option.',
    ]);
  });

  test('a key that repeats like every other key, the key that ends an input, and keys of an input of several', async () => {
    const shop = ({ path, fields }: Asked) =>
      path === '/ivr' || fields['Digits'] !== '1'
        ? menu('For sales, press 1. To hear this again, press 9.')
        : bye;
    expect(await found('R210', serving(shop))).toEqual([]);
    const pin = ask('/x', 'Enter your number, then press pound.', 'numDigits="6" finishOnKey="#"') + bye;
    expect(
      await found(
        'R210',
        serving(({ path }) => (path === '/ivr' ? pin : bye)),
      ),
    ).toEqual([]);
  });

  test('a key that is an option and not named', async () => {
    const shop =
      (text: string) =>
      ({ path, fields }: Asked) => {
        if (path === '/ivr') return menu(text);
        if (fields['Digits'] === '1') return say('Sales.') + bye;
        if (fields['Digits'] === '7') return say('The secret menu.') + bye;
        return say('Let us try that again.') + bye;
      };
    expect(await found('R211', serving(shop('For sales, press 1.')))).toEqual([
      ': /ivr accepts 7, and no prompt names it.',
    ]);
    expect(await found('R211', serving(shop('For sales, press 1. For more, press 7.')))).toEqual([]);
  });
});
