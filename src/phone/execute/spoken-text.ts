import type { XmlElement } from '../document/read-xml.ts';
import { speechDuration } from './speech-duration.ts';

/** The words of a `<Speak>`, and their duration in seconds. */
export interface Spoken {
  readonly text: string;
  readonly seconds: number;
}

/** The seconds of `<break strength>`; `<break time>` is exact. */
const pauses: ReadonlyMap<string, number> = new Map(
  Object.entries({
    none: 0,
    'x-weak': 0.1,
    weak: 0.25,
    medium: 0.5,
    strong: 0.75,
    'x-strong': 1.25,
  }),
);

/** The speed of `<prosody rate>`, relative to the usual one. */
const rates: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'x-slow': 0.5,
    slow: 0.75,
    medium: 1,
    fast: 1.25,
    'x-fast': 1.5,
  }),
);

/** Reads the SSML of a `<Speak>` as plain words, with the pauses in its duration. */
export function spokenText(speak: XmlElement, language: string): Spoken {
  const words: string[] = [];
  const seconds = walk(speak, language, 1, words);
  const text = words
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,!?;:])/g, '$1')
    .trim();
  return { text, seconds: Math.round(seconds * 10) / 10 };
}

function walk(element: XmlElement, language: string, rate: number, words: string[]): number {
  let seconds = 0;
  for (const item of element.content) {
    if (typeof item === 'string') {
      words.push(item);
      seconds += speechDuration(item, language) / rate;
    } else seconds += inline(item, language, rate, words);
  }
  return seconds;
}

function inline(tag: XmlElement, language: string, rate: number, words: string[]): number {
  const say = (text: string, slower = 1) => {
    words.push(text);
    return (speechDuration(text, language) * slower) / rate;
  };
  switch (tag.name) {
    case 'break':
      words.push(' ');
      return pauseOf(tag.attributes['time'], tag.attributes['strength']);
    case 'sub':
      return say(tag.attributes['alias'] ?? tag.text);
    case 'say-as':
      return isSpelled(tag.attributes['interpret-as'])
        ? say([...tag.text.replace(/\s/g, '')].join(' '), 3)
        : say(tag.text);
    case 'prosody':
      return walk(tag, language, rate * rateOf(tag.attributes['rate']), words);
    case 'lang':
      return walk(tag, tag.attributes['xml:lang'] ?? language, rate, words);
    case 'p':
    case 's': {
      words.push(' ');
      const seconds = walk(tag, language, rate, words) + pauses.get(tag.name === 'p' ? 'strong' : 'medium')!;
      words.push(' ');
      return seconds;
    }
    default:
      return walk(tag, language, rate, words);
  }
}

const isSpelled = (how: string | undefined) =>
  how === 'characters' || how === 'spell-out' || how === 'digits';

function pauseOf(time: string | undefined, strength = 'medium'): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(time ?? '') ?? [];
  if (number === undefined) return pauses.get(strength) ?? 0.5;
  return Math.min(10, Number(number) / (unit === 'ms' ? 1000 : 1));
}

function rateOf(rate = 'medium'): number {
  const [, percent] = /^(\d+)%$/.exec(rate) ?? [];
  return percent === undefined ? (rates.get(rate) ?? 1) : Math.min(2, Math.max(0.2, Number(percent) / 100));
}
