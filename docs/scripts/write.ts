/**
 * `npm run docs`.
 * @module
 */
import { writeFiles } from './generate.ts';

await writeFiles();
