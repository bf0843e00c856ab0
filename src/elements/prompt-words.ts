/**
 * The words with which prompts tell callers what to press, by language: one table for dialogs and for the rules of style.
 * @module
 */

/** The words of one language. */
export interface PromptWords {
  /** Verbs that tell the caller to press a key. */
  readonly verbs: string;
  /** Whether the key is said before the verb. */
  readonly isVerbLast?: true;
  /** What an option begins with, when it is said after its key: "press 1 for", "press 1 to". */
  readonly purposes: string;
  /** What may be said before the verb without being the option: "please press 1", "or press 2". */
  readonly openers: string;
  /** Words that blame the caller. Parts of words count where a language inflects them. */
  readonly blame: RegExp;
}

/** The languages that are known. */
export const promptWords: { readonly [language: string]: PromptWords } = {
  en: {
    verbs: 'press push dial touch',
    purposes: 'for to if when',
    openers: 'please or and now then just you can may simply',
    blame:
      /\b(?:invalid|illegal|incorrect|not (?:a )?valid|your (?:error|mistake|fault)|you failed|failed to|wrong (?:key|number|entry|input|choice|option|answer|selection|digit))/i,
  },
  es: {
    verbs: 'pulse pulsa oprima oprime presione presiona marque marca teclee',
    purposes: 'para por si',
    openers: 'por favor o y ahora también puede',
    blame:
      /inv[aá]lid[oa]|no (?:es )?v[aá]lid[oa]|incorrect[oa]|equivocad[oa]|err[oó]ne[oa]|ilegal|su error/i,
  },
  hi: {
    verbs: 'दबाएँ दबाएं दबाइए दबाये दबायें',
    isVerbLast: true,
    purposes: '',
    openers: 'कृपया या और अब',
    blame: /अमान्य|अवैध|(?:गलत|ग़लत) (?:बटन|विकल्प|नंबर|उत्तर|इनपुट|चयन)|आपकी गलती/,
  },
  fr: {
    verbs: 'appuyez tapez composez faites',
    purposes: 'pour si afin',
    openers: 'veuillez ou et maintenant vous pouvez s il vous plaît',
    blame:
      /invalide|(?:non|pas) valide|incorrecte?|erroné|mauvaise? (?:touche|choix|réponse|numéro|saisie|option)|votre erreur/i,
  },
  de: {
    verbs: 'drücken wählen',
    purposes: 'für um wenn falls zum zur',
    openers: 'bitte oder und jetzt nun',
    blame:
      /ungültig|unzulässig|fehlerhaft|falsche[nrs]? (?:taste|eingabe|wahl|antwort|nummer|auswahl)|ihr fehler/i,
  },
  pt: {
    verbs: 'pressione tecle digite aperte disque',
    purposes: 'para por se',
    openers: 'por favor ou e agora',
    blame: /inv[aá]lid[oa]|não (?:é )?válid[oa]|incorret[oa]|errad[oa]|ilegal|seu erro/i,
  },
  it: {
    verbs: 'prema premi digiti digita',
    purposes: 'per se',
    openers: 'per favore o oppure e ora adesso',
    blame:
      /non (?:è )?valid[oa]|invalid[oa]|incorrett[oa]|errat[oa]|(?:tasto|scelta|risposta|numero|opzione) sbagliat[oa]|suo errore/i,
  },
};

/** The words of a language such as `en-US`; undefined for one that is not known. */
export function promptWordsOf(language: string): PromptWords | undefined {
  const [short = ''] = language.toLowerCase().split(/[-_]/);
  return Object.hasOwn(promptWords, short) ? promptWords[short] : undefined;
}
