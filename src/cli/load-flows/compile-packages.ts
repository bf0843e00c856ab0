/**
 * Leaves to Node what is none of the author's modules: packages and CommonJS are imported as they are.
 * @module
 */
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = /\.([mc]?tsx?|jsx|json)$/;
const inPackages = `${path.sep}node_modules${path.sep}`;

/** A plugin of esbuild. */
export const packagesOutside: Plugin = {
  name: 'packages outside',
  setup(build) {
    // Neither relative nor absolute: a package, or an alias of tsconfig.json or package.json.
    build.onResolve({ filter: /^[^./]/ }, (args) => packageOf(build, args));
    // JavaScript, maybe: it ends with .js or .cjs, or has no ending.
    build.onResolve({ filter: /^\..*(\.c?js|\/[^/.]*)$/ }, (args) => fileOf(build, args));
  },
};

async function packageOf(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  const { path: specifier, kind, pluginData } = args;
  if (pluginData === again || path.isAbsolute(specifier)) return undefined;
  if (isBuiltin(specifier)) return { path: specifier, external: true };
  const found = await resolved(build, args);
  const isMissing = found.errors.length > 0;
  // Such a package may be missing on purpose, and the author catches it.
  if (isMissing && kind === 'dynamic-import') return { path: specifier, external: true };
  const isOurs = /^plivo-jsx(\/|$)/.test(specifier);
  const isLocal = !isOurs && compiled.test(found.path) && !found.path.includes(inPackages);
  return isMissing || found.external || isLocal ? found : outside(found.path);
}

async function fileOf(build: PluginBuild, args: OnResolveArgs): Promise<OnResolveResult | undefined> {
  if (args.pluginData === again) return undefined;
  const found = await resolved(build, args);
  return isCommonJs(found.path) ? outside(found.path) : found;
}

const again = 'again';

const resolved = (build: PluginBuild, { path: specifier, kind, importer, resolveDir }: OnResolveArgs) =>
  build.resolve(specifier, { kind, importer, resolveDir, pluginData: again });

const outside = (file: string): OnResolveResult => ({ path: pathToFileURL(file).href, external: true });

/** As Node decides: by the ending, else by the nearest package.json. */
function isCommonJs(file: string): boolean {
  const extension = path.extname(file);
  if (extension !== '.js') return extension === '.cjs';
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest))
      return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: string }).type !== 'module';
    if (folder === path.dirname(folder)) return true;
  }
}
