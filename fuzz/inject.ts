/**
 * Requests without sockets: what each is answered, and whether it may be.
 * @module
 */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { makeCase, type Case } from './case.ts';
import { malformed } from './malformed.ts';
import type { Report } from './report.ts';
import { Random } from './random.ts';
import { makeTarget } from './target.tsx';

/** Sends the requests of these numbers. */
export async function injectCases(report: Report, seed: number, from: number, to: number): Promise<void> {
  const apps = [await makeTarget(true), await makeTarget(false)];
  const batch = 250;
  for (let at = from; at < to; at += batch) {
    const numbers = Array.from({ length: Math.min(batch, to - at) }, (_, index) => at + index);
    await Promise.all(
      numbers.map(async (number) => {
        const random = new Random(seed, number);
        const app = random.pick(apps);
        const said = await report.inTime(ask(app, makeCase(random), random.percent(4), report));
        if (said !== undefined) report.fail(number, said);
      }),
    );
    report.done(numbers.length);
  }
  await Promise.all(apps.map((app) => app.close()));
}

/** Says what is wrong with the answer to a request. */
async function ask(
  app: FastifyInstance,
  request: Case,
  twice: boolean,
  report: Report,
): Promise<string | undefined> {
  const { payload, method, ...rest } = request;
  const options = { ...rest, ...(payload !== undefined && { payload }) };
  // Its types do not name every method of HTTP.
  const send = () => app.inject({ ...options, method: method as 'GET' });
  const reply = await send();
  report.count(reply.statusCode);
  const said = wrong(reply);
  if (said !== undefined || !twice || !isSigned(reply)) return said;
  const again = await send();
  const isSame = again.statusCode === 200 && again.body === reply.body;
  return isSame
    ? undefined
    : `the same request got another answer: ${again.statusCode} ${again.body.slice(0, 300)}`;
}

const xmlType = 'application/xml; charset=utf-8';

/** A document of a level; the plain routes of an app do not look at who asks. */
const isSigned = ({ statusCode, headers, raw }: LightMyRequestResponse) =>
  statusCode === 200 && headers['content-type'] === xmlType && !raw.req.url?.startsWith('/plain');

function wrong({ statusCode, headers, body, raw }: LightMyRequestResponse): string | undefined {
  if (statusCode >= 500 || statusCode < 200) return `status ${statusCode}`;
  if (statusCode !== 200)
    return body === '' ? undefined : `status ${statusCode} with a body: ${body.slice(0, 300)}`;
  const type = headers['content-type'];
  if (type === xmlType) return raw.req.method === 'HEAD' ? undefined : malformed(body);
  return type === undefined && body !== '' ? `a body of no type: ${body.slice(0, 300)}` : undefined;
}
