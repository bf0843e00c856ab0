/**
 * Whether a call shows what a finding says.
 */
import { newUuid } from '../../../src/check/settings.ts';
import { maskedXml } from '../../../src/check/private.ts';
import type { Found } from '../../../src/check/finding.ts';
import type { Graph } from '../../../src/check/graph.ts';
import {
  parseScript,
  runScript,
  startCall,
  startingPace,
  type PhoneCall,
  type Transport,
} from '../../../src/phone/index.ts';
import { url } from '../servers.ts';

async function callOf(transport: Transport, script: string): Promise<PhoneCall> {
  const steps = parseScript(script);
  const call = await startCall(url, { transport, uuid: newUuid(), pace: startingPace(steps) });
  const left = await runScript(call, steps);
  if (left.length > 0) throw new Error(`The script ${script} does not fit: ${left.length} steps are left.`);
  return call;
}

const xmlOf = ({ events }: PhoneCall) =>
  events.flatMap((event) => (event.event === 'document' ? [event.xml] : []));

export async function isShown(
  transport: Transport,
  graph: Graph,
  { rule, node, script, sentence }: Found,
): Promise<boolean> {
  const call = await callOf(transport, script);
  const { ended, events } = call;
  const documents = xmlOf(call);
  const times = () => documents.filter((xml) => maskedXml(xml) === graph.nodes[node ?? 0]?.xml).length;
  const again = async () => xmlOf(await callOf(transport, script)).join('') !== documents.join('');
  switch (rule.id) {
    case 'R001':
      return ended!.code === 2060 || ended!.at > 1800;
    case 'R002':
    case 'R003':
      return times() >= 3;
    case 'R004':
    case 'R005':
    case 'R006':
      return sentence.includes(`ends the call with ${ended!.code}`);
    case 'R007':
      return again();
    case 'R012':
      // What other callers choose in between makes the difference.
      for (const key of '12') {
        await callOf(transport, script === '' ? key : `${script} ${key}`).catch(() => {});
        if (await again()) return true;
      }
      return false;
    case 'R008':
      return ended!.code === 4010;
    case 'R009':
      return events.some(({ event, at }) => event === 'dialed' && at > 60);
    case 'R010': {
      const last = events.slice(events.findLastIndex(({ event }) => event === 'recorded'));
      return (
        last[0]?.event === 'recorded' &&
        last[0].endedBy === 'hangup' &&
        last.every(({ event }) => event !== 'request')
      );
    }
    case 'R011':
      return events.some(({ event }) => event === 'failure');
    case 'R013': {
      const [, path = ''] = /the path (\S+?),/.exec(sentence)!;
      return documents.some((xml) => xml.includes(path));
    }
    case 'R014':
      return !events.some(
        (event) => event.event === 'request' && sentence.includes(`${new URL(event.url).pathname}.`),
      );
    case 'R015': {
      const [, path = ''] = /leads to (\S+?),/.exec(sentence)!;
      const isAsked = events.some(
        (event) => event.event === 'request' && new URL(event.url).pathname === path,
      );
      return documents.at(-1)!.includes(path) && !isAsked;
    }
    case 'R016': {
      const given = events.findLast((event) => event.event === 'input');
      return given?.event === 'input' && documents.some((xml) => xml.includes(`=${given.digits}<`));
    }
    default:
      return false;
  }
}
