/**
 * Writes `docs/elements.md`; with `--check` it only says whether that page is current.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { elementsPage } from './elements-page.ts';

const file = new URL('elements.md', import.meta.url);
const page = elementsPage();

if (!process.argv.includes('--check')) {
  writeFileSync(file, page);
} else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/elements.md is not current.\nFix: npm run docs');
  process.exitCode = 1;
}
