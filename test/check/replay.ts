import { anyUuid, newUuid } from '../../src/check/settings.ts';
import { maskedXml } from '../../src/check/private.ts';
import {
  parseScript,
  startCall,
  startingPace,
  type PhoneCall,
  type Transport,
} from '../../src/phone/index.ts';
import { takeStep } from '../../src/phone/run-script.ts';

/** The call after a script, as `plivo-jsx phone --script` runs it, before the silence that follows. */
export async function replay(url: string, transport: Transport, script: string): Promise<PhoneCall> {
  const steps = parseScript(script);
  const call = await startCall(url, { transport, uuid: newUuid(), pace: startingPace(steps) });
  for (const [index, step] of steps.entries()) await takeStep(call, step, steps[index + 1]);
  return call;
}

/** The documents of a call, as a graph has them. */
export async function documentsOf(url: string, transport: Transport, script: string): Promise<string[]> {
  const call = await replay(url, transport, script);
  return call.events.flatMap((event) =>
    event.event === 'document' ? [maskedXml(event.xml.replaceAll(call.uuid, anyUuid))] : [],
  );
}
