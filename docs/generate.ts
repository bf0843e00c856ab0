/**
 * Writes the pages that come from the code; with `--check` it only says whether they are current.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { elementsPage } from './elements-page.ts';
import { phonePage } from './phone-page.ts';

const pages = { 'elements.md': elementsPage(), 'phone.md': phonePage() };

for (const [name, page] of Object.entries(pages)) {
  const file = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(file, page);
  } else if (readFileSync(file, 'utf8') !== page) {
    console.error(`docs/${name} is not current.\nFix: npm run docs`);
    process.exitCode = 1;
  }
}
