/**
 * Who may import whom: the one table. From it come the rules of the linter and the table of CONTRIBUTING.md.
 * @module
 */

/** Each layer, from the bottom up, and the layers that it may import. */
export const layers: { readonly [layer: string]: readonly string[] } = {
  'jsx-runtime': [],
  errors: ['jsx-runtime'],
  console: ['errors'],
  elements: ['jsx-runtime', 'errors'],
  render: ['jsx-runtime', 'errors', 'elements'],
  webhook: ['errors'],
  rest: ['errors', 'console', 'webhook'],
  store: ['errors'],
  redis: ['errors', 'store'],
  phone: ['errors', 'elements', 'webhook'],
  check: ['errors', 'console', 'elements', 'webhook', 'phone'],
  testing: ['errors', 'phone', 'check'],
  flow: ['jsx-runtime', 'errors', 'elements', 'webhook', 'render'],
  dialog: ['jsx-runtime', 'errors', 'elements', 'webhook', 'render', 'flow'],
  fastify: ['jsx-runtime', 'errors', 'console', 'elements', 'webhook', 'store', 'render', 'flow'],
  cli: [
    'jsx-runtime',
    'errors',
    'console',
    'elements',
    'render',
    'webhook',
    'rest',
    'store',
    'redis',
    'phone',
    'check',
    'testing',
    'flow',
    'dialog',
    'fastify',
  ],
};

const filesOfErrors = [
  'errors',
  'error-table',
  'did-you-mean',
  'failures',
  'level-header',
  'parse-url',
  'placed-calls',
  'stack',
  'temporal',
  'thrown',
  'time-header',
].map((name) => `src/${name}.ts`);

/** What a layer is beside its folder: the files that are the layer `errors`. */
const filesOf = (layer: string): string[] => {
  if (layer === 'jsx-runtime') return ['jsx-runtime/**'];
  return layer === 'errors' ? filesOfErrors : [`src/${layer}/**`];
};

interface Override {
  readonly files: readonly string[];
  readonly rules: object;
}

const reject = (files: readonly string[], group: readonly string[], message: string): Override => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
});

/** The rules of the linter for all layers, and for flows, which import plivo-jsx by its name. */
export function layerRules(): { readonly overrides: readonly Override[] } {
  const names = Object.keys(layers);
  const overrides = names.map((layer) => {
    const others = names.filter((other) => other !== layer && !layers[layer]!.includes(other));
    // Every layer may import the errors, and jsx-runtime imports nothing outside of itself.
    const group =
      layer === 'jsx-runtime' ? ['../**'] : [...others.map((other) => `**/${other}/**`), '**/flows/**'];
    return reject(
      filesOf(layer),
      group,
      `The layer ${layer} may not import this: see CONTRIBUTING.md, "Architecture".`,
    );
  });
  const byName = reject(
    ['flows/**'],
    ['**/src/**', '**/jsx-runtime/**'],
    'A flow imports plivo-jsx by its name, as a user would.',
  );
  return { overrides: [...overrides, byName] };
}

/** The table of CONTRIBUTING.md. */
export function layerTable(): string {
  const rows = Object.entries(layers).map(([layer, may]) => {
    const all = may.length === Object.keys(layers).length - 1;
    return [
      `\`${layer}\``,
      all ? 'everything above' : may.map((name) => `\`${name}\``).join(', ') || 'nothing',
    ];
  });
  rows.push(['`flows`', 'the package name only']);
  return ['| layer | may import |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  );
}
