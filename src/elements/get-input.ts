import { boolean, key, integer, integerOr, language, list, method, oneOf, url } from './attribute.ts';
import { elements } from './content.ts';
import {
  declareElement,
  defineElement,
  type DeclaredAttributes,
  type DeclaredChildren,
  type ElementComponent,
} from './define-element.ts';
import { speechLanguages } from './languages.ts';

const declaration = declareElement({
  name: 'GetInput',
  role: 'asks',
  content: elements(['Speak', 'Play'], { sdkChildren: ['Wait'] }),
  attributes: {
    /** Where the input is sent; not requested when there was none. */
    action: url('xml', { required: true }),
    /** The HTTP method of the request to `action`. Default: POST. */
    method: method({ default: 'POST' }),
    /** Speech, keys, or both: the first to arrive decides. Always write it, since Plivo states no default. */
    inputType: oneOf(['dtmf', 'speech', 'dtmf speech'], {}),
    /** How long to wait for input in all, in seconds, counted from the end of the prompts. Default: 15 s. */
    executionTimeout: integer({ min: 5, max: 60, unit: 's', default: 15 }),
    /** The pause after a key that ends the input, in seconds; `auto` lets Plivo decide. Default: auto. */
    digitEndTimeout: integerOr(['auto'], { min: 2, max: 10, unit: 's', default: 'auto' }),
    /** The silence that ends an utterance, in seconds; `auto` lets Plivo decide. Default: auto. */
    speechEndTimeout: integerOr(['auto'], { min: 2, max: 10, unit: 's', default: 'auto' }),
    /** The key that ends the input, before `numDigits` and `digitEndTimeout` can; `none` switches it off. Default: #. */
    finishOnKey: key(['none', ''], { default: '#' }),
    /** How many keys to collect; the input ends at once when they are there. Default: 32. */
    numDigits: integer({ min: 1, max: 32, default: 32 }),
    /** What kind of speech to expect; `command_and_search` suits short answers. Default: default. */
    speechModel: oneOf(['default', 'command_and_search', 'phone_call'], { default: 'default' }),
    /** Phrases to expect, separated by commas: up to 500 of up to 100 characters, 10,000 characters in all. Default: "". */
    hints: list({ like: 'sales,support,billing', default: '' }),
    /** The language that the caller speaks, such as `en-US` or `es-ES`. Default: en-US. */
    language: language(speechLanguages, { default: 'en-US' }),
    /** Receives the speech recognised so far, while the caller speaks; its answer is ignored. */
    interimSpeechResultsCallback: url('notify', {}),
    /** The HTTP method of the request to `interimSpeechResultsCallback`. Default: POST. */
    interimSpeechResultsCallbackMethod: method({ default: 'POST' }),
    /** `false` keeps the input out of Plivo's logs; use it for PINs and card numbers. Default: true. */
    log: boolean({ default: true }),
    /** `false`: `action` receives the input, its answer is ignored and the next element runs. Default: true. */
    redirect: boolean({ default: true }),
    /** `true`: of a swear word only the first letter is sent, the rest as asterisks. Default: false. */
    profanityFilter: boolean({ default: false }),
    /** How long to wait for the input to begin, in seconds; how it combines with `executionTimeout` is not stated. */
    startInputTimeout: integer({ min: 1, unit: 's', evidence: 'new' }),
    /** How often to ask in total, not in addition: 1 asks once. None of Plivo's SDKs sends it. Default: 1. */
    retries: integer({ min: 1, default: 1, evidence: 'new' }),
  },
  rules: [
    {
      message: '<GetInput> has too many hints, or one that is too long.',
      fix: 'give at most 500 phrases of at most 100 characters each, 10,000 characters in all.',
      broken: ({ attributes: { hints = '' } }) => {
        const phrases = hints.split(',');
        return (
          phrases.length > 500 ||
          hints.length > 10_000 ||
          phrases.some((phrase) => phrase.trim().length > 100)
        );
      },
    },
  ],
});

/** The props of {@link GetInput}. */
export interface GetInputProps
  extends DeclaredAttributes<typeof declaration>, DeclaredChildren<typeof declaration> {}

/**
 * Says its prompts and takes speech or keys; without input `action` is not requested and the next element runs.
 *
 * Source: https://www.plivo.com/docs/voice/xml/input
 *
 * @example
 * ```tsx
 * import { GetInput, Speak } from 'plivo-jsx';
 *
 * const question = (
 *   <GetInput action="/department" inputType="dtmf speech" hints="sales,support">
 *     <Speak>Say sales or support, or press 1 or 2</Speak>
 *   </GetInput>
 * );
 * ```
 */
export const GetInput: ElementComponent<GetInputProps> = defineElement(declaration);
