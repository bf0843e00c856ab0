/**
 * Every sentence of the flow in every language. To add a language, add an entry; a missing sentence does not compile.
 * The position of a language is its key in the first menu, starting at 1.
 */
import type { SpeakProps } from 'plivo-jsx';

/** The sentences of one language. */
export interface Prompts {
  /** The props of `<Speak>` for this language. */
  readonly voice: Pick<SpeakProps, 'voice' | 'language'>;
  /** The option of this language in the first menu; `key` selects it. */
  readonly chooseLanguage: (key: number) => string;
  readonly chooseAction: string;
  readonly noInput: string;
  readonly noChoice: string;
  readonly invalidInput: string;
  readonly message: string;
  readonly connecting: string;
  readonly unavailable: string;
  readonly busy: string;
  readonly noAnswer: string;
  readonly notConnected: string;
  readonly goodbye: string;
  readonly apology: string;
  readonly oneMoment: string;
  readonly startOver: string;
}

export const prompts = {
  en: {
    voice: { voice: 'WOMAN', language: 'en-US' },
    chooseLanguage: (key) => `Welcome to Inspire Works. Press ${key} for English.`,
    chooseAction: 'Press 1 to hear our message. Press 2 to speak with an associate.',
    noInput: 'We did not hear from you. Please call again. Goodbye.',
    noChoice: 'We did not get a choice.',
    invalidInput: 'Invalid input.',
    message: 'Inspire Works helps people find work that they love. Thank you for listening.',
    connecting: 'Connecting you to an associate. Please hold.',
    unavailable: 'No associate is available right now. Please call again later.',
    busy: 'All associates are on other calls. Please call again later.',
    noAnswer: 'No associate answered. Please call again later.',
    notConnected: 'We could not connect you. Please call again later.',
    goodbye: 'Thank you for calling Inspire Works. Goodbye.',
    apology: 'We are sorry, something went wrong on our side. Please call again later. Goodbye.',
    oneMoment: 'One moment, please.',
    startOver: 'Let us start over.',
  },
  es: {
    voice: { voice: 'WOMAN', language: 'es-ES' },
    chooseLanguage: (key) => `Bienvenido a Inspire Works. Oprima ${key} para español.`,
    chooseAction: 'Oprima 1 para escuchar nuestro mensaje. Oprima 2 para hablar con un asociado.',
    noInput: 'No recibimos su respuesta. Por favor, llame de nuevo. Adiós.',
    noChoice: 'No recibimos ninguna opción.',
    invalidInput: 'Opción no válida.',
    message:
      'Inspire Works ayuda a las personas a encontrar un trabajo que les apasione. Gracias por escuchar.',
    connecting: 'Le comunicamos con un asociado. Por favor, espere.',
    unavailable: 'En este momento no hay ningún asociado disponible. Por favor, llame más tarde.',
    busy: 'Todos los asociados están en otras llamadas. Por favor, llame más tarde.',
    noAnswer: 'Ningún asociado contestó. Por favor, llame más tarde.',
    notConnected: 'No pudimos comunicarle. Por favor, llame más tarde.',
    goodbye: 'Gracias por llamar a Inspire Works. ¡Hasta luego!',
    apology: 'Lo sentimos, algo salió mal de nuestro lado. Por favor, llame más tarde. Adiós.',
    oneMoment: 'Un momento, por favor.',
    startOver: 'Empecemos de nuevo.',
  },
} satisfies Record<string, Prompts>;

/** A language that the flow speaks. */
export type Language = keyof typeof prompts;

/** All of them, in the order of the first menu. */
export const languages = Object.keys(prompts) as [Language, ...Language[]];

/** The name of a sentence. */
export type Sentence = Exclude<keyof Prompts, 'voice' | 'chooseLanguage'>;
