/**
 * Finds flows by convention: `flows/<name>/flow.ts`, the flow as its default export.
 * @module
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlivoJsxError } from '../../errors.ts';
import type { Flow } from '../../flow/flow.ts';
import { inLevelScope } from '../../flow/level-scope.ts';
import { compileFlows } from './compile-flows.ts';
import { flowFiles } from './flow-files.ts';
import { loadProblem } from './load-problem.ts';

/** What compilers write into a module that they compile to CommonJS. */
interface CommonJs {
  readonly __esModule?: boolean;
}

/**
 * All flows below a folder, in the order of their names.
 *
 * @throws {@link PlivoJsxError} `E_NO_FLOWS` when there is none, `E_FLOW_FILE` when one cannot be read, `E_FLOW` when a file exports something else,
 *   `E_MODULE` when it was compiled to CommonJS, `E_LOAD` when it does not compile or throws, `E_COMPILER` when it is
 *   TypeScript and nothing is installed that compiles it
 */
export function findFlows(folder: string): Promise<readonly Flow[]> {
  return inLevelScope(() => flowsIn(folder));
}

async function flowsIn(folder: string): Promise<readonly Flow[]> {
  const files = flowFiles(folder);
  if (files.length === 0)
    throw new PlivoJsxError('E_NO_FLOWS', { folder: path.relative('', folder) || folder });
  const loads = await loadsOf(files);
  const flows: Flow[] = [];
  for (const [index, file] of files.entries()) {
    const { default: flow } = (await told(file, loads[index]!)) as { default?: Flow & CommonJs };
    const name = path.relative('', file);
    if (flow?.__esModule === true) throw new PlivoJsxError('E_MODULE', { file: name });
    if (!Array.isArray(flow?.levels)) throw new PlivoJsxError('E_FLOW', { file: name });
    flows.push(flow);
  }
  return flows;
}

async function loadsOf(files: readonly string[]): Promise<readonly (() => Promise<unknown>)[]> {
  // Together, so that what a compiled flow shares with another exists once.
  if (files.some((file) => !file.endsWith('.js')))
    return told(files.length === 1 ? files[0]! : 'flows', () => compileFlows(files));
  return files.map((file) => () => import(pathToFileURL(file).href));
}

/** What loads flows may fail in many ways; all of them are told in a sentence. */
async function told<T>(file: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof PlivoJsxError) throw error;
    const facts = { file: path.relative('', file) };
    throw new PlivoJsxError('E_LOAD', { ...facts, ...loadProblem(error) }, { cause: error });
  }
}
