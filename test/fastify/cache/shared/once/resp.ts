/**
 * Where the messages of Redis begin and end.
 * @module
 */

/** Where a message ends that begins at `start`; undefined when the rest of it is still to come. */
function endOf(bytes: Buffer, start: number): number | undefined {
  const line = bytes.indexOf('\r\n', start);
  if (line === -1) return undefined;
  const kind = bytes.toString('latin1', start, start + 1);
  const size = Number(bytes.toString('latin1', start + 1, line));
  const next = line + 2;
  if (kind === '$') {
    const end = size === -1 ? next : next + size + 2;
    return end <= bytes.length ? end : undefined;
  }
  if (kind !== '*') return next;
  let end: number | undefined = next;
  for (let item = 0; item < size && end !== undefined; item++) end = endOf(bytes, end);
  return end;
}

/** Cuts what comes on a connection into messages. */
export function messages(onMessage: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = endOf(rest, 0); end !== undefined; end = endOf(rest, 0)) {
      const message = rest.subarray(0, end);
      rest = rest.subarray(end);
      onMessage(message);
    }
  };
}

/** True for a command that a store sends, and not the client for itself. */
export const isVerb = (command: Buffer) => /^\*\d+\r\n\$3\r\n[gs]et\r\n/i.test(command.toString('latin1'));
