/**
 * The reference page of the elements: sentences from the source files, everything else from the declarations.
 * @module
 */
import type { Attribute } from '../../src/elements/attribute.ts';
import { definitions, type ElementDefinition } from '../../src/elements/define-element.ts';
import '../../src/elements/index.ts';
import { basicVoices, pollyVoices } from '../../src/elements/languages.ts';
import { readSentences, type ElementSentences } from './sentences.ts';

const evidenceMarks = { docs: '', new: ' (new)', old: ' (old)' };

/** A default as a sentence shows it, such as `5 s`. */
export function defaultText({ default: value, unit }: Attribute): string | undefined {
  if (value === undefined) return undefined;
  if (value === '') return '""';
  return typeof value === 'number' && unit !== undefined ? `${value} ${unit}` : String(value);
}

/** The whole page, as Markdown. */
export function elementsPage(): string {
  const sentences = readSentences();
  const voice = [...definitions.values()].filter(({ name }) => isVoice(name));
  const ssml = [...definitions.values()].filter(({ name }) => !isVoice(name));
  const sections = (elements: readonly ElementDefinition[]) =>
    elements.map((element) => section(element, sentences.get(element.name)!));
  return (
    [
      '# Elements',
      'Every element that Plivo has, with what it takes. This page is generated: `npm run docs`.',
      "**(new)** marks attributes that only Plivo's newest pages have, **(old)** those that only its older pages have.",
      `Import these: ${links(voice)}.`,
      `Write these inside \`<Speak>\`, without an import: ${links(ssml)}.`,
      'At the end: [Voices and languages](#voices-and-languages).',
      ...sections(voice),
      ...sections(ssml),
      voices(),
    ].join('\n\n') + '\n'
  );
}

const isVoice = (name: string) => /^[A-Z]/.test(name);
const links = (elements: readonly ElementDefinition[]) =>
  elements.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(', ');

/** Tags in backticks, so that Markdown does not take them for HTML. */
const markdown = (text: string) => text.replaceAll(/<[^>]+>/g, '`$&`').replaceAll('|', '\\|');
const tags = (names: readonly string[]) => names.map((name) => `\`<${name}>\``).join(', ');

function section(
  element: ElementDefinition,
  { sentence, source, example, attributes }: ElementSentences,
): string {
  const { name, rules } = element;
  const rows = [...element.attributes].map(([key, attribute]) =>
    row(key, attribute, attributes.get(key) ?? ''),
  );
  return [
    `## ${name}`,
    sentence,
    `Source: ${source}`,
    '```tsx\n' + example + '```',
    `- Inside: ${inside(element)}.\n- Stands in: ${standsIn(name)}.`,
    rows.length === 0
      ? 'No attributes.'
      : `| attribute | takes | default | |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
    rules.length === 0 ? '' : `Checked:\n\n${rules.map(rule).join('\n')}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function row(name: string, attribute: Attribute, sentence: string): string {
  const words = sentence.replace(/ Default: .*$/, '');
  const cells = [
    `\`${name}\`${attribute.required ? ' **required**' : ''}${evidenceMarks[attribute.evidence]}`,
    attribute.expected.replaceAll('|', '\\|'),
    attribute.default === undefined ? '' : `\`${defaultText(attribute)}\``,
    words.replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

function inside({ content, holds }: ElementDefinition): string {
  const names = (evidence: 'docs' | 'sdk') =>
    tags([...holds].filter(([, by]) => by === evidence).map(([name]) => name));
  if (content.kind === 'none') return 'nothing';
  if (content.kind === 'text') return content.expected;
  const most = content.maxCharacters === undefined ? '' : ` of at most ${content.maxCharacters} characters`;
  const documented = `${content.kind === 'text+elements' ? `text${most}, ` : ''}${names('docs')}`;
  const atLeast = content.required ? `at least one of ${documented}` : documented;
  return names('sdk') === '' ? atLeast : `${atLeast}; with a warning ${names('sdk')}`;
}

function standsIn(name: string): string {
  const holders = (evidence: 'docs' | 'sdk') =>
    tags(
      [...definitions.values()]
        .filter(({ holds }) => holds.get(name) === evidence)
        .map((holder) => holder.name),
    );
  if (holders('docs') === '') return 'nothing, it is the root';
  return holders('sdk') === '' ? holders('docs') : `${holders('docs')}; with a warning ${holders('sdk')}`;
}

function rule({ message, fix, severity }: ElementDefinition['rules'][number]): string {
  return `- ${severity === 'warning' ? 'Warning' : 'Error'}: ${markdown(message)} Fix: ${markdown(fix)}`;
}

function voices(): string {
  const languages = [...new Set([...Object.keys(basicVoices), ...Object.keys(pollyVoices)])].toSorted();
  const rows = languages.map((language) => {
    const polly = pollyVoices[language]?.map((name) => `Polly.${name}`) ?? [];
    return `| ${language} | ${basicVoices[language]?.join(', ') ?? ''} | ${polly.join(', ')} |`;
  });
  return [
    '## Voices and languages',
    'Newer Polly voices may work without being listed here.',
    `| language | Plivo's own | Polly |\n| --- | --- | --- |\n${rows.join('\n')}`,
  ].join('\n\n');
}
