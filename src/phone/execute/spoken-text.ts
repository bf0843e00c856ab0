/**
 * SSML as a listener hears it: plain words, and how long the pauses are.
 * @module
 */
import type { XmlElement } from '../document/read-xml.ts';
import { secondsOf } from './speech-duration.ts';

/** What is heard of a `<Speak>`. */
export interface Spoken {
  readonly text: string;
  readonly seconds: number;
}

/** Seconds of `<break strength>`; its `time` is exact. */
const breaks: { readonly [strength: string]: number } = {
  none: 0,
  'x-weak': 0.1,
  weak: 0.25,
  medium: 0.5,
  strong: 0.75,
  'x-strong': 1.25,
};

/** How much faster than usual `<prosody rate>` speaks. */
const rates: { readonly [rate: string]: number } = {
  'x-slow': 0.5,
  slow: 0.75,
  medium: 1,
  fast: 1.25,
  'x-fast': 1.5,
};

/** The words of a `<Speak>` and how long they take. */
export function plainWords(speak: XmlElement, language: string): Spoken {
  const said: string[] = [];
  const seconds = walk(speak, language, 1, said);
  const text = said
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,!?;:])/g, '$1')
    .trim();
  return { text, seconds: Math.round(seconds * 10) / 10 };
}

function walk(element: XmlElement, language: string, rate: number, said: string[]): number {
  let seconds = 0;
  for (const item of element.content) {
    if (typeof item === 'string') {
      said.push(item);
      seconds += secondsOf(item, language) / rate;
    } else seconds += inline(item, language, rate, said);
  }
  return seconds;
}

function inline(tag: XmlElement, language: string, rate: number, said: string[]): number {
  const say = (text: string, slower = 1) => {
    said.push(text);
    return (secondsOf(text, language) * slower) / rate;
  };
  switch (tag.name) {
    case 'break':
      said.push(' ');
      return pauseOf(tag.attributes['time'], tag.attributes['strength']);
    case 'sub':
      return say(tag.attributes['alias'] ?? tag.text);
    case 'say-as':
      return isSpelled(tag.attributes['interpret-as'])
        ? say([...tag.text.replace(/\s/g, '')].join(' '), 3)
        : say(tag.text);
    case 'prosody':
      return walk(tag, language, rate * rateOf(tag.attributes['rate']), said);
    case 'lang':
      return walk(tag, tag.attributes['xml:lang'] ?? language, rate, said);
    case 'p':
    case 's': {
      said.push(' ');
      const seconds = walk(tag, language, rate, said) + breaks[tag.name === 'p' ? 'strong' : 'medium']!;
      said.push(' ');
      return seconds;
    }
    default:
      return walk(tag, language, rate, said);
  }
}

const isSpelled = (how: string | undefined) =>
  how === 'characters' || how === 'spell-out' || how === 'digits';

function pauseOf(time: string | undefined, strength = 'medium'): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(time ?? '') ?? [];
  if (number === undefined) return breaks[strength] ?? 0.5;
  return Math.min(10, Number(number) / (unit === 'ms' ? 1000 : 1));
}

function rateOf(rate = 'medium'): number {
  const [, percent] = /^(\d+)%$/.exec(rate) ?? [];
  return percent === undefined ? (rates[rate] ?? 1) : Math.min(2, Math.max(0.2, Number(percent) / 100));
}
