import { describe, expect, test } from 'vitest';
import { choiceOfWords } from '../../src/dialog/words.ts';

describe('choiceOfWords', () => {
  test.each<[string, readonly (readonly string[])[], number | undefined]>([
    ['lab results', [['results'], ['lab results']], 1],
    ['my lab results please', [['results'], ['lab results']], 1],
    ['results of the lab', [['results'], ['lab results']], 0],
    ['yes no', [['yes'], ['no']], undefined],
    ['strasse', [['Straße'], ['Weg']], 0],
    ['sí', [['si'], ['no']], 0],
    ['नहीं', [['हाँ'], ['नहीं']], 1],
    ['我要付款谢谢', [['付款'], ['预约']], 0],
    ['予約をお願いします', [['支払い'], ['予約']], 1],
    ['anything', [[''], [' ']], undefined],
    ['anything', [], undefined],
    ['', [['']], undefined],
    ['press one', [['one', '1'], ['two']], 0],
    ['the same choice twice', [['same', 'twice']], 0],
  ])('finds in “%s” which of %j was said: %s', (said, choices, index) => {
    expect(choiceOfWords(said, choices)).toBe(index);
  });
});
