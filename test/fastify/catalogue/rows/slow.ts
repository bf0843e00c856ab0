/** A connection that takes its time: what it sends before it stops sending, and what is in its way. */
export interface Slow {
  readonly row: number;
  readonly what: string;
  readonly bytes: string;
  readonly metrics: readonly string[];
}

const metrics = ['ivr_reject_total{reason="slow"} 1'];
const head = 'POST /ivr HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n';

export const slow: readonly Slow[] = [
  { row: 45, what: 'a connection on which nothing comes', bytes: '', metrics },
  { row: 45, what: 'headers that never end', bytes: `${head}X-`, metrics },
  { row: 45, what: 'a request line that never ends', bytes: 'POST /iv', metrics },
  { row: 46, what: 'a body that never comes', bytes: `${head}Content-Length: 10\r\n\r\n`, metrics },
  { row: 46, what: 'a body that never ends', bytes: `${head}Content-Length: 10\r\n\r\nDigits=`, metrics },
  {
    row: 46,
    what: 'chunks that never end',
    bytes: `${head}Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n`,
    metrics,
  },
];
