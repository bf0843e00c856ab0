import { callback, flow, GetDigits, level, Redirect, Response, Speak, type Level } from 'plivo-jsx';
import { z } from 'zod';

/** A flow in which what a caller said travels on, in addresses, and goes wrong there. */

const params = z.object({ name: z.string().optional(), code: z.string().optional() });
type Carried = z.infer<typeof params>;

const goesOn: Level<'/carry', typeof params> = level('/carry', { params }, (props) => (
  <Response>
    <GetDigits action={goesOn(props.params)}>
      <Speak>Press a key.</Speak>
    </GetDigits>
    <Redirect>{goesOn(props.params)}</Redirect>
  </Response>
));

const failure = ({ name, code }: Carried) => new Error(`no ${name} with ${code}`, { cause: { name, code } });

const fails = level('/carry/fails', { params }, (props) => {
  throw failure(props.params);
});
const rejects = level('/carry/rejects', { params }, async (props) => Promise.reject(failure(props.params)));
const late = level('/carry/late', { params }, async (props) => {
  await new Promise((resolve) => setTimeout(resolve, 60));
  throw failure(props.params);
});
const speaks = level('/carry/speaks', { params }, (props) => (
  <Response>
    <Speak voice={(props.params.name ?? 'WOMAN') as never}>{props.params.code}</Speak>
  </Response>
));
const leads = level('/carry/leads', { params }, ({ params: { name, code } }) => (
  <Response>
    <Redirect>{`/carry/to/${name}?code=${code}#${name}`}</Redirect>
  </Response>
));
const decodes = z.object({
  text: z.string().transform((text) => JSON.parse(Buffer.from(text, 'base64url').toString()) as Carried),
});
const decoded = level('/carry/decoded', { params: decodes }, (props) => {
  throw failure(props.params.text);
});
const anything = level('/carry/anything', { params: z.looseObject({}) }, () => <Response />);
const quotes = level('/carry/quotes', ({ call: { from, callerName } }) => {
  const link = goesOn({ name: callerName ?? '', code: from ?? '' });
  throw new Error(`nothing follows ${link}`, { cause: { link } });
});
const told = callback('/carry/told', { params }, (notice) => {
  throw failure(notice.params);
});

export const carry = flow('carry', {
  levels: [goesOn, fails, rejects, late, speaks, leads, decoded, anything, quotes, told],
});

const said = ({ name, code }: Carried) => `name=${name}&code=${code}`;
const text = (carried: Carried) => `text=${Buffer.from(JSON.stringify(carried)).toString('base64url')}`;

/** The addresses of steps to which a caller's words and keys have come. */
export const carried = [
  `/carry?${said({ name: 'Canary', code: '904' })}`,
  `/carry/fails?${said({ name: 'Canary', code: '904' })}`,
  `/carry/rejects?${said({ name: 'canary-four', code: '904' })}`,
  `/carry/late?${said({ name: 'Canary', code: '9041' })}`,
  `/carry/speaks?${said({ name: 'Canary', code: '904' })}`,
  `/carry/leads?${said({ name: 'Canary', code: '904' })}`,
  `/carry/decoded?${text({ name: 'Ana Canary-Canary', code: '904' })}`,
  goesOn({ name: 'Ána Canary', code: '+9041' }).href,
  fails({ name: 'Ána Canary', code: '+9041' }).href,
  '/carry/quotes',
  '/carry/anything?canary=904&name=Canary',
  `/carry/told?${said({ name: 'Canary', code: '904' })}`,
  `/carry/gone?${said({ name: 'Canary', code: '904' })}`,
  '/plain/query?name=Canary&code=904',
  '/plain/path/Canary/904',
];
