/**
 * Writes what comes from the code: reference pages, the map of the example flow, the layer rules of the linter, and the table of CONTRIBUTING.md.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { dialogsPage } from './dialogs-page.ts';
import { elementsPage } from './elements-page.ts';
import { layerRules, layerTable } from './layers.ts';
import { mapPicture } from './map-picture.ts';
import { metricsPage } from './metrics-page.ts';
import { phonePage } from './phone-page.ts';
import { rulesPage } from './rules-page.ts';

const root = new URL('../../', import.meta.url);
const table = /\| layer[^]*?(?=\n\n)/;

/** Every generated file, by its path, as it has to be. */
export async function generatedFiles(): Promise<ReadonlyMap<string, string>> {
  const contributing = readFileSync(new URL('CONTRIBUTING.md', root), 'utf8');
  const layered = await format(contributing.replace(table, layerTable()), {
    parser: 'markdown',
    singleQuote: true,
    printWidth: 110,
  });
  const rules = await format(JSON.stringify(layerRules()), { parser: 'json', printWidth: 110 });
  return new Map([
    ['docs/reference/dialogs.md', await dialogsPage()],
    ['docs/reference/elements.md', elementsPage()],
    ['docs/reference/metrics.md', await metricsPage()],
    ['docs/reference/phone.md', phonePage()],
    ['docs/reference/rules.md', rulesPage()],
    ['docs/images/inspire-works.svg', await mapPicture()],
    ['.oxlintrc.layers.json', rules],
    ['CONTRIBUTING.md', layered],
  ]);
}

/** Writes them. */
export async function writeFiles(): Promise<void> {
  for (const [name, text] of await generatedFiles()) writeFileSync(new URL(name, root), text);
}
