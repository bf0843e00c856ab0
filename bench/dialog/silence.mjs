// A caller who presses nothing: what both ways to ask again cost until the third try is over.
import { printTable } from '../compare.mjs';
import { webhook } from '../serve/request.mjs';

const menus = [2, 3, 5].flatMap((count) => [`${count}-short`, `${count}-long`]);

/** The requests of a silent caller, up to the document that gives up. */
const requests = {
  inside: (name) => [webhook(`/silence/inside/${name}`, first), webhook('/operator', redirect)],
  redirect: (name) => [
    webhook(`/silence/redirect/${name}`, first),
    webhook(`/silence/redirect/${name}?try=2`, redirect),
    webhook(`/silence/redirect/${name}?try=3`, redirect),
    webhook('/operator', redirect),
  ],
};
const first = { Digits: undefined, Event: 'StartApp' };
const redirect = { Digits: undefined, Event: 'Redirect' };

// A request goes to the server and back; on a connection of its own TCP and TLS 1.3 take two ways each before it.
const ways = { kept: 2, opened: 6 };
const secondsOf = (count, milliseconds) => ((count * milliseconds) / 1000).toFixed(1);

/** Prints bytes, requests, processor time, and the silence that the network adds. `costOf` sends a request many times. */
export async function printSilence(costOf) {
  const rows = [];
  for (const name of menus)
    for (const [way, of] of Object.entries(requests)) {
      const costs = [];
      for (const one of of(name)) costs.push(await costOf(one));
      const gaps = costs.length - 1;
      rows.push([
        `${name.replace('-', ' choices, ')} prompts, ${way === 'inside' ? 'in the document' : 'by a redirect'}`,
        costs[0].bytes,
        costs.reduce((sum, { bytes }) => sum + bytes, 0),
        costs.length,
        costs.reduce((sum, { microseconds }) => sum + microseconds, 0).toFixed(0),
        `${secondsOf(gaps * ways.kept, 100)} to ${secondsOf(gaps * ways.kept, 300)}`,
        `${secondsOf(gaps * ways.opened, 100)} to ${secondsOf(gaps * ways.opened, 300)}`,
      ]);
    }
  printTable(
    'A silent caller, three tries: silence that the network adds, at 100 to 300 ms each way',
    ['', 'bytes', 'bytes in all', 'requests', 'CPU in all, µs', 'added, s', 'added, new connections, s'],
    rows,
  );
}
