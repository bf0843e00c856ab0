// A server in a process of its own, as the benchmark holds it.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts one; `ask` sends it a question of server.mjs and gives the answer. */
export async function startServer(name, out) {
  const child = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [name, out]);
  const stopped = once(child, 'exit').then(([code]) => {
    throw new Error(`${name} stopped with code ${code}.`);
  });
  stopped.catch(() => {});
  const next = async () => (await Promise.race([once(child, 'message'), stopped]))[0];
  const port = await next();
  const ask = (...question) => {
    child.send(question);
    return next();
  };
  return { name, port, ask, stop: () => child.kill() };
}
