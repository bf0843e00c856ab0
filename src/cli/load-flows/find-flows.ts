/**
 * Finds flows by convention: `flows/<name>/flow.ts`, the flow as its default export.
 * @module
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlivoJsxError } from '../../errors.ts';
import type { Flow } from '../../flow/flow.ts';
import { withLevelRegistry } from '../../flow/level-registry.ts';
import { compileFlows, type Loader } from './compile-flows.ts';
import { flowFiles } from './flow-files.ts';
import { loadProblem } from './load-problem.ts';

/** The mark of a module that a compiler turned into CommonJS. */
interface CommonJs {
  readonly __esModule?: boolean;
}

/**
 * All flows below a folder, in the order of their names.
 *
 * @param production compiles without the places of elements
 * @throws {@link PlivoJsxError} `E_NO_FLOWS` when there is none, `E_FLOW_FILE` when one cannot be read, `E_FLOW` when a file exports something else,
 *   `E_MODULE` when it was compiled to CommonJS, `E_LOAD` when it does not compile or throws, `E_COMPILER` when it is
 *   TypeScript and nothing is installed that compiles it
 */
export function findFlows(folder: string, production: boolean): Promise<readonly Flow[]> {
  return withLevelRegistry(() => flowsIn(folder, production));
}

async function flowsIn(folder: string, production: boolean): Promise<readonly Flow[]> {
  const files = flowFiles(folder);
  if (files.length === 0)
    throw new PlivoJsxError('E_NO_FLOWS', { folder: path.relative('', folder) || folder });
  const loaders = await loadersOf(files, production);
  const flows: Flow[] = [];
  for (const [index, file] of files.entries()) {
    const { default: flow } = (await named(file, loaders[index]!)) as { default?: Flow & CommonJs };
    const name = path.relative('', file);
    if (flow?.__esModule === true) throw new PlivoJsxError('E_MODULE', { file: name });
    if (!Array.isArray(flow?.levels)) throw new PlivoJsxError('E_FLOW', { file: name });
    flows.push(flow);
  }
  return flows;
}

async function loadersOf(files: readonly string[], production: boolean): Promise<readonly Loader[]> {
  // Together, so that a module that compiled flows share exists once.
  if (files.some((file) => !file.endsWith('.js')))
    return named(files.length === 1 ? files[0]! : 'flows', () => compileFlows(files, production));
  return files.map((file) => () => import(pathToFileURL(file).href));
}

/** Turns any error of loading into one that names the file. */
async function named<T>(file: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof PlivoJsxError) throw error;
    const facts = { file: path.relative('', file) };
    throw new PlivoJsxError('E_LOAD', { ...facts, ...loadProblem(error) }, { cause: error });
  }
}
