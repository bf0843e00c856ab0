// A child process with the app: node server.mjs <folder of the build>. Tells its port, then the processor time it took.
import { pathToFileURL } from 'node:url';

const { make } = await import(pathToFileURL(`${process.argv[2]}/dialog.mjs`).href);
const app = await make();
await app.listen({ port: 0, host: '127.0.0.1' });
process.on('disconnect', () => process.exit());
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
process.send(app.server.address().port);
