/**
 * The page `docs/reference/rules.md`: what the rules say of themselves, with the samples of `docs/rules`.
 * @module
 */
import { readFileSync } from 'node:fs';
import { pageOf, rules, type Rule, type RuleLevel } from '../../src/check/index.ts';

const levels: { readonly [level in RuleLevel]: string } = {
  error: 'A caller is stranded, or a call breaks. `check` ends with the exit code 1.',
  warning: 'Something is likely wrong. The exit code is 0, with `--strict` 1.',
  style: 'Callers would like it better. The exit code is 0, with `--strict` 1.',
};

const sample = ({ name }: Rule, kind: string) =>
  readFileSync(new URL(`../rules/${name}/${kind}.tsx`, import.meta.url), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();

const cell = (rule: Rule, kind: string) => `<td valign="top">

\`\`\`tsx
${sample(rule, kind)}
\`\`\`

</td>`;

const anchor = (rule: Rule) => pageOf(rule).slice(pageOf().length);

function section(rule: Rule): string {
  const { id, name, level, sentence, why } = rule;
  return `## ${id} ${name}

**${level}**: ${sentence} ${why}

<table>
<tr><th>wrong</th><th>right</th></tr>
<tr>
${cell(rule, 'wrong')}
${cell(rule, 'right')}
</tr>
</table>
`;
}

/** The whole page. */
export function rulesPage(): string {
  const rows = rules.map((rule) => `| [${rule.id}](${anchor(rule)}) | ${rule.level} | ${rule.sentence} |`);
  return `# Rules

<!-- Written by npm run docs from src/check/rules and docs/rules; edit those. -->

What \`npx plivo-jsx check\` finds; [Check](check.md) tells how it explores a flow. Each finding names the number of its rule, which never
changes. \`--rules\` prints this list, and \`--rules R001,R2\` applies R001 and all rules whose numbers begin with R2.

| level | meaning |
| --- | --- |
${Object.entries(levels)
  .map(([level, meaning]) => `| ${level} | ${meaning} |`)
  .join('\n')}

The rules of style read what \`<Speak>\` says in English, Spanish, Hindi, French, German, Portuguese and Italian: the language is the
attribute \`language\` or, without one, that of the voice. They say nothing of other languages and of audio files.

| rule | level | finds |
| --- | --- | --- |
${rows.join('\n')}

Each wrong sample below is found by its rule, and each right one is not: a test explores them.

${rules.map(section).join('\n')}`;
}
