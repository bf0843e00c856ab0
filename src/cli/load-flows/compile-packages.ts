/**
 * Keeps packages and CommonJS files out of the compiled module: Node imports them as they are.
 *
 * A package may find files of its own, exist once with the rest of the app, or be CommonJS. It is also faster: Inspire Works,
 * which imports zod, starts in 300 ms like this and in 400 ms with zod in the compiled module. The option `packages:
 * 'external'` of esbuild does not suffice: the compiled module lies in a temporary folder, where Node would not find packages
 * by their names, and aliases and workspaces in TypeScript must be compiled.
 * @module
 */
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = /\.([mc]?tsx?|jsx|json)$/;
const inPackages = `${path.sep}node_modules${path.sep}`;

/** The plugin for esbuild. */
export const packagesOutside: Plugin = {
  name: 'packages outside',
  setup(build) {
    // A specifier that is not a path: a package, or an alias of tsconfig.json or package.json.
    build.onResolve({ filter: /^[^./]/ }, (args) => resolvePackage(build, args));
    // A path that may lead to JavaScript: with the extension .js or .cjs, or without one.
    build.onResolve({ filter: /^\..*(\.c?js|\/[^/.]*)$/ }, (args) => resolveFile(build, args));
  },
};

async function resolvePackage(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  const { path: specifier, kind, pluginData } = args;
  if (pluginData === resolvedByUs || path.isAbsolute(specifier)) return undefined;
  if (isBuiltin(specifier)) return { path: specifier, external: true };
  const found = await resolve(build, args);
  const isMissing = found.errors.length > 0;
  // An optional package may be missing; the flow can catch the error of its import().
  if (isMissing && kind === 'dynamic-import') return { path: specifier, external: true };
  const isPlivoJsx = /^plivo-jsx(\/|$)/.test(specifier);
  const isLocal = !isPlivoJsx && compiled.test(found.path) && !found.path.includes(inPackages);
  return isMissing || found.external || isLocal ? found : external(found.path);
}

async function resolveFile(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  if (args.pluginData === resolvedByUs) return undefined;
  const found = await resolve(build, args);
  return isCommonJs(found.path) ? external(found.path) : found;
}

// Marks a call of ours, so that it does not call us again.
const resolvedByUs = 'resolved by us';

const resolve = (build: PluginBuild, { path: specifier, kind, importer, resolveDir }: OnResolveArgs) =>
  build.resolve(specifier, { kind, importer, resolveDir, pluginData: resolvedByUs });

const external = (file: string): OnResolveResult => ({ path: pathToFileURL(file).href, external: true });

/** What only an ES module has. */
const moduleSyntax = /^(?:import\s*["'{*\w]|export\s*[{*]|export\s+\w)|\bimport\.meta\b/m;

/** Decides as Node does: by the extension, the syntax, or else by the nearest package.json. */
function isCommonJs(file: string): boolean {
  const extension = path.extname(file);
  if (extension !== '.js') return extension === '.cjs';
  // Without "type": "module" too: code that is compiled beside it is written with these words.
  if (moduleSyntax.test(readFileSync(file, 'utf8'))) return false;
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type !== 'module';
    if (folder === path.dirname(folder)) return true;
  }
}
