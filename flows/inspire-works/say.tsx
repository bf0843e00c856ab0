import { Speak } from 'plivo-jsx';
import { prompts, type Language, type Sentence } from './prompts.ts';

/** Says a sentence in one language, with the voice of that language. */
export const Say = ({ lang, sentence }: { lang: Language; sentence: Sentence }) => (
  <Speak {...prompts[lang].voice}>{prompts[lang][sentence]}</Speak>
);
