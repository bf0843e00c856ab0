import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
export const greeting = readFileSync(path.join(folder, 'greeting.txt'), 'utf8').trim();
