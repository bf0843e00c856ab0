import { expect, test } from 'vitest';
import { spokenKeys } from '../../src/elements/spoken-key.ts';

test.each<[string, readonly string[]]>([
  ['For sales, press 1.', ['1']],
  ['For sales, press the number one.', ['1']],
  ['To hear this again, press the star key.', ['*']],
  ['To hear this again, press *.', ['*']],
  ['When you are done, press pound; for help, press 0.', ['#', '0']],
  ['For press inquiries, press 3.', ['3']],
  ['We have two offices.', []],
  ['Press 10.', []],
  ['Para citas, pulse 2.', ['2']],
  ['Para hablar con una persona, oprima el cero.', ['0']],
  ['Para repetir, marque asterisco.', ['*']],
  ['Para repetir, presione numeral.', ['#']],
  ['अपॉइंटमेंट के लिए 1 दबाएँ।', ['1']],
  ['रिपोर्ट के लिए दो दबाएं', ['2']],
  ['दोबारा सुनने के लिए स्टार दबाइए', ['*']],
  ['किसी से बात करने के लिए ० दबाएँ।', ['0']],
  ['Pour les ventes, tapez 1.', ['1']],
  ['Appuyez sur la touche étoile.', ['*']],
  ['Appuyez sur une touche.', []],
  ['Für den Verkauf drücken Sie die Zwei.', ['2']],
  ['Wählen Sie die Raute.', ['#']],
  ['Para vendas, tecle três.', ['3']],
  ['Pressione uma tecla.', []],
  ['Per le vendite, prema il tasto quattro.', ['4']],
  ['Pour répéter, appuyez sur étoile'.normalize('NFD'), ['*']],
])('in “%s” the caller is told to press %j', (text, keys) => {
  expect([...spokenKeys(text)]).toEqual(keys);
});
