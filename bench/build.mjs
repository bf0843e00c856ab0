// Builds what is measured as it would be shipped: compiled, production JSX, no places.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const root = here('..');
const out = here('.build');

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  jsx: 'automatic',
  // The project's own tsconfig.json asks for development JSX.
  tsconfigRaw: '{}',
  logLevel: 'warning',
  conditions: ['plivo-jsx-source'],
  nodePaths: [here('node_modules')],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

/** One source of the documents, compiled once for each runtime that prints elements by name. */
const runtimes = {
  'plivo-jsx': { jsxImportSource: 'plivo-jsx', elements: here('render/elements-ours.mjs') },
  hono: { jsxImportSource: 'hono/jsx', elements: here('render/elements-by-name.mjs') },
  preact: { jsxImportSource: 'preact', elements: here('render/elements-by-name.mjs') },
  react: { jsxImportSource: 'react', elements: here('render/elements-by-name.mjs') },
};

const ours = {
  name: 'plivo-jsx from source',
  setup(plugin) {
    plugin.onResolve({ filter: /^plivo-jsx(\/|$)/ }, ({ path, pluginData }) =>
      pluginData === 'again'
        ? undefined
        : plugin.resolve(path, { resolveDir: root, kind: 'import-statement', pluginData: 'again' }),
    );
  },
};

/** Compiles everything into `.build`. */
export async function buildAll() {
  rmSync(out, { recursive: true, force: true });
  const documents = Object.entries(runtimes).map(([name, { jsxImportSource, elements }]) =>
    build({
      ...common,
      plugins: [ours],
      jsxImportSource,
      alias: {
        '#elements': elements,
        '#render': here(name === 'plivo-jsx' ? 'render/render-ours.mjs' : 'render/render-none.mjs'),
      },
      entryPoints: { [name]: here('render/documents.jsx') },
      outdir: `${out}/documents`,
      outExtension: { '.js': '.mjs' },
    }),
  );
  const kita = build({
    ...common,
    jsxImportSource: '@kitajs/html',
    alias: { '#elements': here('render/elements-by-name.mjs') },
    entryPoints: { kita: here('render/kita.jsx') },
    outdir: out,
    outExtension: { '.js': '.mjs' },
  });
  const served = build({
    ...common,
    plugins: [ours],
    jsxImportSource: 'plivo-jsx',
    // The very copy that the peers run on: two copies would not be compiled alike.
    external: ['fastify', '@fastify/formbody'],
    entryPoints: { 'serve-ours': here('serve/ours.mjs') },
    outdir: out,
    outExtension: { '.js': '.mjs' },
  });
  const dialog = build({
    ...common,
    plugins: [ours],
    jsxImportSource: 'plivo-jsx',
    external: ['fastify', '@fastify/formbody'],
    entryPoints: { dialog: here('dialog/app.mjs') },
    outdir: out,
    outExtension: { '.js': '.mjs' },
  });
  const checked = build({
    ...common,
    plugins: [ours],
    jsxImportSource: 'plivo-jsx',
    // Of the project, as is what the phone needs.
    nodePaths: [`${root}node_modules`],
    entryPoints: { 'check-explore': here('check/explore.mjs') },
    outdir: out,
    outExtension: { '.js': '.mjs' },
  });
  await Promise.all([...documents, kita, served, dialog, checked]);
  return out;
}
