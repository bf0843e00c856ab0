import { readFileSync } from 'node:fs';

export const hours = readFileSync(new URL('hours.txt', import.meta.url), 'utf8').trim();
