/**
 * Leaves packages to Node: they are imported as they are, from where the author's file finds them.
 * @module
 */
import type { Plugin } from 'esbuild';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = /\.([mc]?tsx?|jsx|json)$/;
const inPackages = `${path.sep}node_modules${path.sep}`;

/** A plugin of esbuild. */
export const packagesOutside: Plugin = {
  name: 'packages outside',
  setup(build) {
    // Neither relative nor absolute: a package, an alias of tsconfig.json or of package.json.
    build.onResolve(
      { filter: /^[^./]/ },
      async ({ path: specifier, kind, importer, resolveDir, pluginData }) => {
        if (pluginData === 'again' || kind === 'entry-point' || path.isAbsolute(specifier)) return undefined;
        if (isBuiltin(specifier)) return { path: specifier, external: true };
        const found = await build.resolve(specifier, { kind, importer, resolveDir, pluginData: 'again' });
        const isOurs = /^plivo-jsx(\/|$)/.test(specifier);
        const isLocal = !isOurs && compiled.test(found.path) && !found.path.includes(inPackages);
        const isMissing = found.errors.length > 0;
        // Such a package may be missing on purpose, and the author catches it.
        if (isMissing && kind === 'dynamic-import') return { path: specifier, external: true };
        if (isMissing || found.external || isLocal) return found;
        return { path: pathToFileURL(found.path).href, external: true };
      },
    );
    // CommonJS stays CommonJS.
    build.onResolve({ filter: /^\..*\.cjs$/ }, ({ path: specifier, resolveDir }) => ({
      path: pathToFileURL(path.resolve(resolveDir, specifier)).href,
      external: true,
    }));
  },
};
