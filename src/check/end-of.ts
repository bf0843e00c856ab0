import { isError, type Ended, type PhoneEvent } from '../phone/index.ts';
import type { End } from './graph.ts';

/** How a call ended, from the events of its last document. */
export function endOf({ code, name, source, message, fix }: Ended, events: readonly PhoneEvent[]): End {
  const why = { ...(message === undefined ? {} : { message }), ...(fix === undefined ? {} : { fix }) };
  return { type: 'end', kind: kindOf(code, source, events), code, name, ...why };
}

function kindOf(code: number, source: string, events: readonly PhoneEvent[]): End['kind'] {
  if (isError(code)) return 'error';
  if (source === 'Caller') return 'caller';
  if (code === 6000 && source === 'Plivo') return 'limit';
  if (events.some((event) => event.event === 'leg' && event.status === 'connected')) return 'transferred';
  if (events.some((event) => event.event === 'recorded' && event.seconds > 0)) return 'recorded';
  return 'hungUp';
}
