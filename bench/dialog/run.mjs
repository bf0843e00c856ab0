// Dialogs beside the same levels written by hand: one app, alternating requests, answers checked equal first.
import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median, printTable, printTarget, ratio } from '../compare.mjs';
import { webhooks } from './cases.mjs';
import { printSilence } from './silence.mjs';

const keep = 1.3;
const names = Object.keys(webhooks);
const sides = ['dialog', 'byHand'];

// Each request is a new one: a number that no request had before.
let sent = 0;
const newHeaders = (webhook, count) => webhook.signedHeaders(count, (sent += count) - count);

/** Runs, prints ratios and targets. */
export async function run(out) {
  const { make } = await import(pathToFileURL(`${out}/dialog.mjs`).href);
  const app = await make();
  for (const name of names) await checkEqual(app, name);
  const inject = await inProcess(app);
  await printSilence((webhook) => costOf(app, webhook));
  await app.close();
  const http = await overSockets(out);
  report(inject, http);
}

async function post(app, { path, body }, headers) {
  const reply = await app.inject({ method: 'POST', url: path, headers, payload: body });
  if (reply.statusCode !== 200) throw new Error(`${path} was answered with ${reply.statusCode}.`);
  return reply.payload;
}

/** The same document, but for the address that takes the keys. */
async function checkEqual(app, name) {
  const documents = [];
  for (const side of sides) {
    const webhook = webhooks[name][side];
    const xml = await post(app, webhook, newHeaders(webhook, 1)[0]);
    documents.push(xml.replaceAll(/ action="[^"]*"/g, ' action=""'));
  }
  if (documents[0] !== documents[1])
    throw new Error(`The answers to "${name}" are not equal:\n${documents.join('\n')}`);
}

const [warmUp, rounds, requestsOfRound] = [25, 75, 40];

/** Microseconds of the processor a request, by Fastify's inject: signature, form, document. */
async function inProcess(app) {
  const times = figures();
  for (let round = 0; round < warmUp + rounds; round++)
    for (const name of names)
      // Who comes first changes.
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const taken = await timeOf(app, webhooks[name][side]);
        if (round >= warmUp) times[name][side].push(taken);
      }
  return times;
}

async function timeOf(app, webhook) {
  const all = newHeaders(webhook, requestsOfRound);
  const before = process.cpuUsage();
  for (const headers of all) await post(app, webhook, headers);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / requestsOfRound;
}

/** The size of an answer, and the processor time of a request. */
async function costOf(app, webhook) {
  const bytes = Buffer.byteLength(await post(app, webhook, newHeaders(webhook, 1)[0]));
  const times = [];
  for (let round = 0; round < 15; round++) times.push(await timeOf(app, webhook));
  return { bytes, microseconds: median(times) };
}

const [connections, socketWarmUp, socketRounds, requestsOfSockets] = [10, 3, 9, 600];

/** Microseconds of the server's processor a request: the load generator runs beside it. */
async function overSockets(out) {
  const child = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [out]);
  const answer = async () => (await once(child, 'message'))[0];
  const port = await answer();
  const cpu = async () => {
    child.send('cpu');
    return answer();
  };
  const times = figures();
  for (let round = 0; round < socketWarmUp + socketRounds; round++)
    for (const name of names)
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
        const taken = await cpuOf(cpu, port, webhooks[name][side]);
        if (round >= socketWarmUp) times[name][side].push(taken);
      }
  child.kill();
  return times;
}

async function cpuOf(cpu, port, webhook) {
  const { path, body } = webhook;
  const all = newHeaders(webhook, requestsOfSockets).map((headers) => ({
    method: 'POST',
    path,
    headers,
    body,
  }));
  const share = all.length / connections;
  let next = 0;
  const setupClient = (client) => client.setRequests(all.slice(next, (next += share)));
  const before = await cpu();
  const { non2xx, errors } = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    setupClient,
    amount: all.length,
  });
  if (non2xx + errors > 0) throw new Error(`${path}: ${non2xx + errors} requests failed.`);
  return ((await cpu()) - before) / all.length;
}

const figures = () => Object.fromEntries(names.map((name) => [name, { dialog: [], byHand: [] }]));

const medians = ({ dialog, byHand }) => ({ dialog: median(dialog), byHand: median(byHand) });

function report(inject, http) {
  const ratios = [];
  const rows = names.map((name) => {
    const [a, b] = [medians(inject[name]), medians(http[name])];
    ratios.push({ name, inject: a.dialog / a.byHand, http: b.dialog / b.byHand });
    return [
      name,
      ratio(a.dialog / a.byHand),
      ratio(b.dialog / b.byHand),
      a.dialog.toFixed(0),
      a.byHand.toFixed(0),
      b.dialog.toFixed(0),
      b.byHand.toFixed(0),
    ];
  });
  printTable(
    'Dialogs: processor time of a signed webhook of 20 fields, × the same levels written by hand (answers equal but for addresses)',
    ['', 'in process', 'HTTP', 'dialog, µs', 'by hand, µs', 'HTTP dialog, µs', 'HTTP by hand, µs'],
    rows,
  );
  console.log('');
  for (const { name, ...of } of ratios) {
    printTarget(`dialog, ${name}, in process`, of.inject, keep);
    printTarget(`dialog, ${name}, over HTTP`, of.http, keep);
  }
}
