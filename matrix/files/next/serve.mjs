// Serves the built app, and sends it an unsigned and a signed request, and one to a level.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { signRequest } from 'plivo-jsx';

const probe = createServer().listen(0);
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
const token = 'a-token-of-this-test';
const next = spawn('next', ['start', '-p', String(port)], {
  env: { ...process.env, PLIVO_AUTH_TOKEN: token },
});
let log = '';
const ready = new Promise((resolve) => {
  for (const stream of [next.stdout, next.stderr])
    stream.on('data', (data) => {
      log += data;
      if (/Ready in/.test(log)) resolve();
    });
});
try {
  await ready;
  const fields = {
    CallUUID: 'a1',
    From: '14155550100',
    To: '14155550101',
    CallStatus: 'in-progress',
    Event: 'StartApp',
  };
  const level = await fetch(`http://localhost:${port}/shop`, { method: 'POST' });
  const send = (headers) =>
    fetch(`http://localhost:${port}/answer`, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const unsigned = await send({});
  const signed = await send(
    signRequest({ method: 'POST', url: 'https://ivr.example.com/answer', params: fields }, token),
  );
  console.log(unsigned.status, signed.status, await signed.text(), await level.text());
} finally {
  next.kill('SIGKILL');
}
