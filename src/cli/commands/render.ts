/**
 * `plivo-jsx render`: prints the document of a level.
 * @module
 */
import { assertAllAssigned } from '../../flow/flow.ts';
import { preview } from '../../flow/preview.ts';
import { readArguments, usageError } from '../arguments.ts';
import type { Invocation } from '../command.ts';
import { readEnvironment } from '../environment/read-variables.ts';
import { printLine } from '../io.ts';
import { findFlows } from '../load-flows/find-flows.ts';
import { asXml } from '../../console/sanitize.ts';

const options = { field: { type: 'string', multiple: true, default: [] as string[] } } as const;

/** Prints the readable document. */
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
  const document = await preview(flows, href, { fields, baseUrl: publicUrl ?? `http://127.0.0.1:${port}` });
  printLine(io.stdout, asXml(document));
  return 0;
}
