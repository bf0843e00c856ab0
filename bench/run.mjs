// npm run bench [-- render serve dialog start check]: all parts, or those that are named.
import { buildAll } from './build.mjs';

const parts = {
  render: './render/run.mjs',
  serve: './serve/run.mjs',
  dialog: './dialog/run.mjs',
  start: './start/run.mjs',
  check: './check/run.mjs',
};
const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

console.log(`Node ${process.version}. Ratios count; the times are those of this machine at this moment.`);
process.env.NODE_ENV = 'production';
const out = await buildAll();
for (const name of named.length > 0 ? named : Object.keys(parts)) {
  const { run } = await import(parts[name]);
  await run(out);
}
