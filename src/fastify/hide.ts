/**
 * Keeps the caller out of the log: what they sent is struck out of every text that goes there.
 * @module
 */

/** Strikes out of a text what the caller sent. */
export type Hide = (text: string) => string;

const personal = /(?:From|To|Digits|DigitsMatch|Speech)$|^(?:CallerName$|transcription$|X-PH-|SIP-H-)/;

// One or two keys tell nothing of a person, and striking them out would leave no number in any sentence.
const shortest = 3;

// From this length on nothing but the caller's own value looks like it, wherever it stands.
const unmistakable = 7;

const struckOut = '[hidden]';

// A telephone number as people and carriers write it, whoever's it is: a level may tell another one than the caller's.
const likeANumber = /(?<![\w.-])(?!\d{4}-\d\d-\d\d)\+?\(?\d(?:[ ()-]{0,2}\d){6,14}(?!\w|\.\w)/g;

/** Makes {@link Hide} for the fields of one request. */
export function hideOf(fields: { readonly [name: string]: unknown }): Hide {
  let forms: string[] | undefined;
  return (text) => {
    forms ??= formsIn(fields);
    let clean = text;
    for (const form of forms) if (clean.includes(form)) clean = clean.replace(pattern(form), () => struckOut);
    return clean.replace(likeANumber, struckOut);
  };
}

/** Every way in which a value may stand in a text, the longest first. */
function formsIn(fields: { readonly [name: string]: unknown }): string[] {
  const forms = new Set<string>();
  for (const name in fields) {
    if (!personal.test(name)) continue;
    for (const value of [fields[name]].flat()) {
      if (typeof value !== 'string') continue;
      const digits = value.replace(/[^\d*#]/g, '');
      forms
        .add(value)
        .add(value.trim())
        .add(encodeURIComponent(value.replace(/\p{Surrogate}/gu, '')));
      // A value that is cut on its way into a component, or into an error, is the caller's all the same.
      if (value.length > 40) forms.add(value.slice(0, 40));
      if (digits.length >= unmistakable) forms.add(digits);
    }
  }
  return [...forms].filter(({ length }) => length >= shortest).toSorted((a, b) => b.length - a.length);
}

function pattern(form: string): RegExp {
  const literal = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  if (form.length >= unmistakable) return new RegExp(literal, 'g');
  // Keys may look like a line or column of a file, which must stay readable.
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\.\\w+:|\\.\\w+:\\d+:)${literal}(?![\\p{L}\\p{N}])`, 'gu');
}
