// Serves the flow with the given command, and calls it: node call.mjs <runtime> [arguments] plivo-jsx.js
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const [runtime, ...args] = process.argv.slice(2);
const server = spawn(runtime, [...args, 'start'], { env: { ...process.env, PORT: '0' } });
let log = '';
const address = new Promise((resolve, reject) => {
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (data) => {
      log += data;
      const [, url] = /listens on (http:[^\s,]+)/.exec(log) ?? [];
      if (url !== undefined) resolve(url);
    });
  server.on('exit', (code) => reject(new Error(`start ended with ${code}:\n${log}`)));
});
try {
  const phone = [...args, 'phone', `${await address}/shop`, '--script', '1'];
  const { stdout } = await promisify(execFile)(runtime, phone);
  console.log(stdout);
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const [code] = await ended;
  console.log(`start ended with ${code}`);
} catch (error) {
  console.log(log);
  throw error;
} finally {
  server.kill('SIGKILL');
}
