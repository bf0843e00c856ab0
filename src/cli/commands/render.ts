/**
 * `plivo-jsx render`: prints the document of a level.
 * @module
 */
import { assertAllAssigned } from '../../flow/flow.ts';
import { previewDocument } from '../../flow/preview.ts';
import { previewPhases } from '../../flow/preview-phases.ts';
import { readArguments, usageError } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import { readEnvironment } from '../environment/read-variables.ts';
import { printLine } from '../io.ts';
import { findFlows } from '../load-flows/find-flows.ts';
import { asXml } from '../../console/sanitize.ts';

const options = {
  field: { type: 'string', multiple: true, default: [] as string[] },
  phases: { type: 'boolean', default: false },
} as const;

/** Prints the readable document; with `--phases` also those of the dialogs in it, each under a heading. */
export async function run({ args, io, definition: { usage } }: Invocation): Promise<number> {
  const wrong = (problem: string) => usageError(problem, usage);
  const { values, positionals } = readArguments(args, options, usage);
  const [href, ...others] = positionals;
  if (href === undefined || others.length > 0) throw wrong('render takes one address');
  if (!href.startsWith('/')) throw wrong(`The address ${JSON.stringify(href)} does not begin with a slash`);
  // Without a prototype, since a field may have any name.
  const fields: Record<string, string[]> = { __proto__: null } as never;
  for (const field of values.field) {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(field) ?? [];
    if (name === undefined || value === undefined) throw wrong('--field takes a name and a value');
    (fields[name] ??= []).push(value);
  }
  const { publicUrl, port, production } = readEnvironment(io.env);
  const flows = await findFlows('flows', production);
  assertAllAssigned(flows);
  const request = { fields, baseUrl: publicUrl ?? `http://127.0.0.1:${port}` };
  const { xml, facts } = await previewDocument(flows, href, request);
  printLine(io.stdout, asXml(xml));
  if (!values.phases) return 0;
  for (const phase of await previewPhases(flows, facts, request)) {
    const sent = Object.entries(phase.fields).map(([name, value]) => ` --field ${name}=${value}`);
    printLine(io.stdout, asXml(`\n# ${phase.title}: render '${phase.href}'${sent.join('')}\n${phase.xml}`));
  }
  return 0;
}
