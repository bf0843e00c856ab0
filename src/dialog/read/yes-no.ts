/**
 * A reader of yes and no.
 * @module
 */
import { checkOption, reader, readerWithOptions, type ReaderWithOptions } from './reader.ts';
import { yesNoWords } from './yes-no-words.ts';

/** The options of {@link yesNo}. */
export interface YesNoOptions {
  /** The key for yes. Default: `1`. */
  readonly yes?: string | undefined;
  /** The key for no. Default: `2`. */
  readonly no?: string | undefined;
}

/** Without accents and other marks, which speech recognition writes in different ways. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

const wordsFor = (answer: 'yes' | 'no'): ReadonlySet<string> =>
  new Set(Object.values(yesNoWords).flatMap((language) => language[answer].map(plain)));

const words = { yes: wordsFor('yes'), no: wordsFor('no') };

/**
 * Reads yes or no: the key 1 or 2, or a word in English, Spanish, Hindi, French, German or Portuguese, as in "yes, please".
 * An answer with words for both is neither. Called with options, it reads other keys.
 *
 * @throws {@link PlivoJsxError} `E_OPTION` when both keys are the same, or one is not a single key
 * @example
 * ```ts
 * import { yesNo } from 'plivo-jsx';
 *
 * const pressed = yesNo['~standard'].validate('1'); // { value: true }
 * const said = yesNo['~standard'].validate('No, gracias.'); // { value: false }
 * ```
 */
export const yesNo: ReaderWithOptions<YesNoOptions, boolean> = readerWithOptions<YesNoOptions, boolean>(
  ({ yes = '1', no = '2' }) => {
    checkOption('yes', /^[0-9*#]$/.test(yes), 'is no key', 'use one of 0-9 * #');
    checkOption('no', /^[0-9*#]$/.test(no), 'is no key', 'use one of 0-9 * #');
    checkOption('no', yes !== no, 'is the key for yes', 'use two different keys');
    return reader('yes or no', (text) => {
      if (text === yes || text === no) return text === yes;
      const said = plain(text).match(/[\p{L}\p{Mc}]+/gu) ?? [];
      const isYes = said.some((word) => words.yes.has(word));
      const isNo = said.some((word) => words.no.has(word));
      return isYes === isNo ? undefined : isYes;
    });
  },
);
