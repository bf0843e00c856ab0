/**
 * Clients of Redis.
 * @module
 */
import type { Case } from '../case.ts';

/** No Redis answers there: what a client does then is what differs between them. */
const unreachable = 'redis://127.0.0.1:1';

const compilerOptions = { strict: true, module: 'nodenext', noEmit: true, types: ['node'] };

/** A case for one version of one client. */
const client = (name: string, version: string, source: string): Case => ({
  name: `${name}-${version}`,
  sentence: `redisStore takes a client of ${name} ${version}, which type-checks, and waits for none without a Redis.`,
  packages: [`${name}@${version}`, 'typescript@7', '@types/node@20', 'tsx@4'],
  write: {
    'tsconfig.json': JSON.stringify({ compilerOptions, files: ['store.mts'] }),
    'store.mts': `${source}
import { redisStore } from 'plivo-jsx/redis';
client.on('error', () => {});
const began = performance.now();
const read = await redisStore(client).get('key').then(() => 'something', () => 'an error');
const took = performance.now() - began;
console.log(took < 2_000 ? read : \`\${read} after \${took} ms\`);
process.exit();`,
  },
  run: ['tsc', 'tsx store.mts'],
  prints: /^an error\n$/,
});

const nodeRedis = `import { createClient } from 'redis';
const client = createClient({ url: '${unreachable}' });
void client.connect().catch(() => {});`;
const ioRedis = `import { Redis } from 'ioredis';
const client = new Redis('${unreachable}');`;

/** Clients of Redis. */
export const stores: readonly Case[] = [
  ...['4', '5', '6'].map((version) => client('redis', version, nodeRedis)),
  ...['5', '6'].map((version) => client('ioredis', version, ioRedis)),
];
