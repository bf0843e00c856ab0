import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { definitions } from 'plivo-jsx';
import { basicVoices, pollyVoices } from '../../src/elements/languages.ts';
import { notPlivo } from '../../src/elements/not-plivo.ts';

interface ReferenceAttribute {
  type: string;
  values: string[] | null;
  pattern: string | null;
  min: number | null;
  max: number | null;
  unit: string | null;
  default: string | number | boolean | null;
  required: boolean;
  evidence: 'docs' | 'skill' | 'legacy' | 'sdk-only';
  url_kind?: string;
}
interface ReferenceElement {
  element: string;
  content: string;
  children: string[];
  sdk_children?: string[];
  parents: string[];
  sdk_parents?: string[];
  min_children?: number;
  text_type?: string;
  text_pattern?: string;
  attributes: Record<string, ReferenceAttribute>;
  limits?: Record<string, unknown>;
}
interface Reference {
  elements: ReferenceElement[];
  non_elements: { name: string }[];
  constraints: string[];
  limits: { name: string; value: unknown }[];
  languages: {
    basic_voices: Record<string, string[]>;
    polly_voices: { language: string; polly: { female: string[]; male: string[] } }[];
    getinput: { docs_common: string[] };
  };
}

const file = new URL('../data/plivo/reference.json', import.meta.url);
const reference = JSON.parse(readFileSync(file, 'utf8')) as Reference;
const limit = (name: string) => reference.limits.find((entry) => entry.name === name)?.value;
const documented = ({ attributes }: ReferenceElement) =>
  Object.entries(attributes).filter(([, { evidence }]) => evidence !== 'sdk-only');

/** How the vocabulary names the sources of the reference. */
const evidenceOf: Readonly<Record<string, string>> = { docs: 'docs', skill: 'new', legacy: 'old' };

// The reference keeps these languages elsewhere; the last two are in examples of Plivo.
const valuesFromLanguages = new Map([
  ['GetInput language', [...reference.languages.getinput.docs_common, 'en-IN', 'hi-IN']],
]);

// The reference keeps this range among the limits, not with the attribute.
const rangeFromLimits = new Map([['User sipAuthPassword', limit('sipAuthPassword_chars') as number[]]]);

describe('the vocabulary equals the reference', () => {
  test('it has the same elements', () => {
    expect([...definitions.keys()].toSorted()).toEqual(
      reference.elements.map(({ element }) => element).toSorted(),
    );
  });

  test('it has 28 elements and 180 attributes', () => {
    const counts = [...definitions.values()].map(({ attributes }) => attributes.size);
    expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([28, 180]);
  });

  test.each(reference.elements.map((element) => [element.element, element] as const))(
    '<%s> has the same content and place',
    (name, element) => {
      const { content, holds } = definitions.get(name)!;
      const held = (evidence: string) =>
        [...holds].filter(([, by]) => by === evidence).map(([child]) => child);
      const holders = (evidence: string) =>
        [...definitions.values()].filter((holder) => holder.holds.get(name) === evidence).map((h) => h.name);
      const fromSdks = element.sdk_children?.filter((child) => !element.children.includes(child)) ?? [];
      expect(content.kind).toBe(element.content);
      expect(held('docs')).toEqual(element.children);
      expect(held('sdk')).toEqual(fromSdks);
      expect(holders('docs').toSorted()).toEqual(element.parents.toSorted());
      expect(holders('sdk').toSorted()).toEqual((element.sdk_parents ?? []).toSorted());
      expect(content.maxCharacters).toBe(element.limits?.['max_text_chars']);
      expect(content.kind !== 'text' && content.required).toBe(element.min_children === 1);
    },
  );

  test.each(reference.elements.map((element) => [element.element, element] as const))(
    '<%s> has the same attributes',
    (name, element) => {
      const declared = [...definitions.get(name)!.attributes].map(([key, attribute]) => ({
        name: key,
        type: attribute.kind,
        values: attribute.values,
        min: attribute.min,
        max: attribute.max,
        unit: attribute.unit,
        default: attribute.default,
        required: attribute.required,
        evidence: attribute.evidence,
        urlKind: attribute.urlKind,
      }));
      const wanted = documented(element).map(([key, attribute]) => {
        const [min, max] = rangeFromLimits.get(`${name} ${key}`) ?? [attribute.min, attribute.max];
        return {
          name: key,
          type: attribute.type,
          values: attribute.values ?? valuesFromLanguages.get(`${name} ${key}`),
          min: min ?? undefined,
          max: max ?? undefined,
          unit: attribute.unit ?? undefined,
          default: attribute.default ?? undefined,
          required: attribute.required,
          evidence: evidenceOf[attribute.evidence],
          urlKind: attribute.url_kind,
        };
      });
      expect(declared).toEqual(wanted);
    },
  );
});

describe('patterns of the reference', () => {
  const samples = [
    ['', '1', '9', '*', '#', '12', '1234567890*#', 'none', 'a', '1a', ' 1', 'w', '1ww2W3', '12@500'],
    ['true', 'false', 'yes', 'duration=300', 'duration=300,threshold=256', 'threshold=256', 'duration='],
    ['WOMAN', 'MAN', 'WOMEN', 'Polly.Joanna', 'Polly.', 'Polly.Joanna.Neural', 'polly.Joanna'],
    ['500ms', '1.5s', '10s', '10', 's', '.5s', '+6dB', '-1.5dB', '6dB', '90%', '+5%', '-10%', '1.5%', '%'],
  ].flat();
  const patterned = reference.elements.flatMap((element) =>
    documented(element)
      .filter(([, { pattern }]) => pattern !== null && pattern !== undefined)
      .map(([key, attribute]) => [`<${element.element} ${key}>`, element.element, key, attribute] as const),
  );

  test.each(patterned)('%s takes what the pattern takes', (_title, element, key, { pattern, values }) => {
    const attribute = definitions.get(element)!.attributes.get(key)!;
    const taken = samples.filter((sample) => attribute.print(sample, undefined) !== undefined);
    expect(taken).toEqual(
      samples.filter((sample) => new RegExp(pattern!).test(sample) || values?.includes(sample)),
    );
  });

  test('<DTMF> takes the text that its pattern takes', () => {
    const { text_pattern } = reference.elements.find(({ element }) => element === 'DTMF')!;
    const { content } = definitions.get('DTMF')!;
    expect(samples.filter((sample) => content.print?.(sample, undefined) !== undefined)).toEqual(
      samples.filter((sample) => new RegExp(text_pattern!).test(sample)),
    );
  });

  test('<Number> takes numbers with a country code, the + being optional', () => {
    const { content } = definitions.get('Number')!;
    const taken = ['+14155550100', '14155550100', '+1 (415) 555-0100', 'sip:a@example.com', 'This is Test'];
    expect(taken.filter((text) => content.print?.(text, undefined) !== undefined)).toEqual(taken.slice(0, 3));
  });

  test('<User> takes SIP addresses', () => {
    const { content } = definitions.get('User')!;
    const taken = ['sip:alice@example.com', 'sips:alice@example.com', 'alice', '+14155550100'];
    expect(taken.filter((text) => content.print?.(text, undefined) !== undefined)).toEqual(taken.slice(0, 2));
  });
});

test('names that are not Plivo elements each have something to write instead', () => {
  expect([...notPlivo.keys()].toSorted()).toEqual(reference.non_elements.map(({ name }) => name).toSorted());
});

test('no name is both an element and not one', () => {
  expect([...notPlivo.keys()].filter((name) => definitions.has(name))).toEqual([]);
});

test('the voices are those of the reference', () => {
  expect(basicVoices).toEqual(reference.languages.basic_voices);
  expect(pollyVoices).toEqual(
    Object.fromEntries(
      reference.languages.polly_voices.map(({ language, polly }) => [
        language,
        [...polly.female, ...polly.male],
      ]),
    ),
  );
});

/** Which rules keep each constraint; where no rule is named, the check that does it without one. */
const kept: { readonly [constraint: string]: { readonly [element: string]: readonly string[] } | string } = {
  'Response is the only root':
    'E_ROOT and E_NESTING, from what each element holds (compared with the reference above)',
  'PreAnswer goes first': { PreAnswer: ['<PreAnswer> comes after the call is answered.'] },
  'Hangup with schedule needs': {
    Hangup: ['<Hangup schedule> is the last element, so the call ends at once.'],
  },
  'Dial needs at least one': {
    Dial: [
      '<Dial> has confirmKey and no confirmSound.',
      '<Dial> has confirmTimeout and no confirmSound.',
      '<Dial> has digitsMatch and no callbackUrl.',
      '<Dial> has digitsMatchBLeg and no callbackUrl.',
    ],
  },
  'User: sipAuthPassword': { User: ['<User> has sipAuthUsername and no sipAuthPassword.'] },
  'Wait: silence=true': {
    Wait: ['<Wait> waits for silence and for a beep.', '<Wait> is over before its minSilence can be.'],
  },
  'Record: timeout': {
    Record: ['timeout, finishOnKey and playBeep do nothing in a <Record> in the background.'],
  },
  'Stream: bidirectional': { Stream: ['<Stream bidirectional> sends another track than the inbound one.'] },
  'Conference: digitsMatch': { Conference: ['<Conference> has digitsMatch and no callbackUrl.'] },
  'SSML children need': {
    Speak: ['<Speak> has SSML inside and no Polly voice.'],
    prosody: ['<prosody> changes nothing.'],
  },
  'Speak/Play loop=0': {
    Speak: ['What follows <Speak loop="0"> never runs, since it repeats for ever.'],
    Play: ['What follows <Play loop="0"> never runs, since it repeats for ever.'],
  },
  'Elements after Redirect': {
    Redirect: ['What follows <Redirect> never runs.'],
    Dial: ['What follows <Dial> never runs, since the answer of its action replaces this document.'],
    Conference: [
      'What follows <Conference> never runs, since the answer of its action replaces this document.',
    ],
    Record: ['What follows <Record> never runs, since the answer of its action replaces this document.'],
  },
  'All URLs absolute': { Play: ['<Play> fetches its file over http://.'] },
};

describe('the constraints of the reference', () => {
  test('each is kept, and nothing else is', () => {
    const entries = Object.keys(kept);
    expect(entries).toHaveLength(13);
    expect(
      reference.constraints.map((text) => entries.filter((start) => text.startsWith(start)).length),
    ).toEqual(entries.map(() => 1));
  });

  const rules = Object.values(kept).flatMap((by) =>
    typeof by === 'string'
      ? []
      : Object.entries(by).flatMap(([element, says]) => says.map((sentence) => [element, sentence] as const)),
  );
  test.each(rules)('<%s> has the rule: %s', (element, says) => {
    expect(definitions.get(element)?.rules.map((rule) => rule.message)).toContain(says);
  });
});
