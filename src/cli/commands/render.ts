/**
 * `plivo-jsx render`: prints what a level says.
 * @module
 */
import { preview } from '../../flow/preview.ts';
import { readArguments, wrongArgument } from '../arguments.ts';
import { commands } from '../commands.ts';
import { readEnvironment } from '../environment/environment.ts';
import { findFlows } from '../load-flows/find-flows.ts';
import { asXml } from '../terminal.ts';

const { usage } = commands['render']!;

const options = { field: { type: 'string', multiple: true, default: [] as string[] } } as const;

/** Prints the readable document. */
export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, options, usage);
  const [href, ...others] = positionals;
  if (href === undefined || others.length > 0) throw wrong('render takes one address');
  if (!href.startsWith('/')) throw wrong(`The address ${JSON.stringify(href)} does not begin with a slash`);
  // Without a prototype: any name may be asked for.
  const fields: Record<string, string[]> = { __proto__: null } as never;
  for (const [name, value] of values.field.map(fieldOf)) (fields[name] ??= []).push(value);
  const { publicUrl, port } = readEnvironment(process.env);
  const flows = await findFlows('flows');
  console.log(asXml(await preview(flows, href, fields, publicUrl ?? `http://127.0.0.1:${port}`)));
  return 0;
}

function fieldOf(field: string): [string, string] {
  const at = field.indexOf('=');
  if (at < 1) throw wrong('--field takes a name and a value');
  return [field.slice(0, at), field.slice(at + 1)];
}

const wrong = (problem: string) => wrongArgument(problem, usage);
