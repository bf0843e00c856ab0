/**
 * A reader of yes and no.
 * @module
 */
import { wordsOfAllLanguages } from '../phrases.ts';
import { choiceOfWords } from '../words.ts';
import { checkOption, reader, readerWithOptions, type ReaderWithOptions } from './reader.ts';

/** The options of {@link yesNo}. */
export interface YesNoOptions {
  /** The key for yes. Default: `1`. */
  readonly yes?: string | undefined;
  /** The key for no. Default: `2`. */
  readonly no?: string | undefined;
}

/**
 * Reads yes or no: the key 1 or 2, or a word in English, Spanish, Hindi, French, German, Portuguese or Italian, as in
 * "yes, please".
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
      const index = choiceOfWords(text, [wordsOfAllLanguages.yes, wordsOfAllLanguages.no]);
      return index === undefined ? undefined : index === 0;
    });
  },
);
