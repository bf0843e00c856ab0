import path from 'node:path';
import { inject } from 'vitest';

/** The folder of the package as it is shipped. */
export const shippedPackage = inject('shippedPackage');

/** Its command. */
export const bin = path.join(shippedPackage, 'bin/plivo-jsx.js');
