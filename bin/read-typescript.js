// Makes Node read TypeScript, for a clone: there plivo-jsx itself is TypeScript, and dist does not exist.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// The condition leads the name plivo-jsx to source as well.
module.register('./source-condition.js', import.meta.url);
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
