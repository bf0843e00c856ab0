// Rendering: two documents, all peers, outputs checked equal first.
import { pathToFileURL } from 'node:url';
import { compare, printTable, printTarget, ratio } from '../compare.mjs';
import { fastXmlParser, plivoSdk, twilioSdk, xmlbuilder2 } from './builders.mjs';
import { longData, menuData } from './data.mjs';
import { parsed } from './parse.mjs';
import { fastest, naive } from './templates.mjs';

const load = (out, file) => import(pathToFileURL(`${out}/${file}.mjs`).href);

const printed = ({ menu, long, others }, print) => ({
  menu: (d) => print(menu(d)),
  long: (d) => print(long(d)),
  others: others.map((other) => () => print(other())),
});

async function contestantsFrom(out) {
  const documents = async (name) => load(out, `documents/${name}`);
  const ours = await documents('plivo-jsx');
  const options = { development: false };
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { renderToString } = await import('preact-render-to-string');
  return {
    ours,
    all: {
      'template, chain of replaces': naive,
      'template, fastest escape': fastest,
      'plivo-jsx': printed(ours, (node) => ours.render(node, options)),
      '@kitajs/html (no checks)': printed(await load(out, 'kita'), String),
      'hono/jsx': printed(await documents('hono'), String),
      'preact-render-to-string': printed(await documents('preact'), (node) => renderToString(node)),
      'react-dom/server': printed(await documents('react'), (node) => renderToStaticMarkup(node)),
      'plivo SDK': plivoSdk,
      'twilio SDK': twilioSdk,
      'fast-xml-parser builder': fastXmlParser,
      xmlbuilder2,
    },
  };
}

function checkEqual(all, document, data) {
  const wanted = parsed(all['template, fastest escape'][document](data));
  for (const [name, contestant] of Object.entries(all)) {
    if (parsed(contestant[document](data)) !== wanted)
      throw new Error(`${name} prints another ${document} document.`);
  }
}

/** Runs, prints, and gives the ratios. */
export async function run(out) {
  const { ours, all } = await contestantsFrom(out);
  const data = {
    menu: Array.from({ length: 64 }, menuData),
    long: Array.from({ length: 8 }, () => longData(200)),
  };
  checkEqual(all, 'menu', data.menu[0]);
  checkEqual(all, 'long', data.long[0]);
  for (const { others = [] } of Object.values(all))
    for (let round = 0; round < 200; round++) for (const other of others) other();
  const times = {};
  for (const document of ['menu', 'long']) {
    let next = 0;
    const take = () => data[document][next++ % data[document].length];
    times[document] = compare(
      Object.fromEntries(
        Object.entries(all).map(([name, contestant]) => [name, () => contestant[document](take())]),
      ),
    );
  }
  const base = (document) => times[document]['template, chain of replaces'];
  printTable(
    'Rendering: time per document, × a hand-written template with a chain of replaces (outputs equal as parsed)',
    ['', 'menu', 'long', 'menu, µs', 'long, µs'],
    Object.keys(all).map((name) => [
      name,
      ratio(times.menu[name] / base('menu')),
      ratio(times.long[name] / base('long')),
      (times.menu[name] / 1000).toFixed(1),
      (times.long[name] / 1000).toFixed(0),
    ]),
  );
  targets(times);
  scaling(ours);
}

function targets({ menu, long }) {
  const against = (times, peer) => times['plivo-jsx'] / times[peer];
  console.log('');
  printTarget('menu against @kitajs/html', against(menu, '@kitajs/html (no checks)'), 0.6, 0.47);
  printTarget('menu against the naive template', against(menu, 'template, chain of replaces'), 1.25, 1.0);
  printTarget('long against @kitajs/html', against(long, '@kitajs/html (no checks)'), 0.6, 0.45);
  printTarget('long against the naive template', against(long, 'template, chain of replaces'), 0.85, 0.65);
  printTarget('menu against the plivo SDK', against(menu, 'plivo SDK'), 0.19, 0.15);
  printTarget('long against the plivo SDK', against(long, 'plivo SDK'), 0.15, 0.12);
}

/**
 * Time an element must not grow with the document, and development may cost five times as much. 1,000 elements are about what
 * Plivo takes, 100 KB; of 20,000 only so much is printed, and the rest is rejected without a look.
 */
function scaling({ long, menu, render }) {
  const [short, most, huge, one] = [longData(50), longData(250), longData(5000), menuData()];
  const production = { development: false };
  const rejected = (node) => {
    try {
      render(node, production);
    } catch {
      return '';
    }
    throw new Error('A document of 20,000 elements was printed.');
  };
  const development = { development: true, onWarning: () => {}, baseUrl: undefined };
  const times = compare(
    {
      short: () => render(long(short), production),
      most: () => render(long(most), production),
      huge: () => rejected(long(huge)),
      production: () => render(menu(one), production),
      development: () => render(menu(one), development),
      shortTemplate: () => naive.long(short),
      mostTemplate: () => naive.long(most),
    },
    { rounds: 45 },
  );
  printTarget('time per element, 1,000 elements against 200', times.most / 5 / times.short, 1.2);
  console.log(
    `           the same of the naive template: ${ratio(times.mostTemplate / 5 / times.shortTemplate)}`,
  );
  printTarget('20,000 elements, which are rejected, against 1,000', times.huge / times.most, 20 * 1.2);
  printTarget('development against production, menu', times.development / times.production, 5);
}
