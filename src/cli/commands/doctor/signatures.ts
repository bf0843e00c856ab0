/**
 * Whether Plivo gets in, and nobody else.
 * @module
 */
import { likelyAddresses } from '../../../webhook/signature/likely-address.ts';
import { ask, isFailure, isLetIn, isRefusal, type Asked, type Reply } from './ask.ts';
import { ok, wrong, type Finding } from './finding.ts';

/** An app is asked this often at most for the address that it believes it has. */
const mostTries = 32;

/** What is asked, and how it is signed. */
export interface Door {
  /** What is asked, such as `https://ivr.example.com`. */
  readonly base: string;
  /** `PUBLIC_URL`, which the app may have too, when another address is asked. */
  readonly publicUrl: string | undefined;
  readonly path: string;
  readonly tokens: readonly string[];
  /** Where the app may believe to be on its own machine. */
  readonly localHosts: readonly [string, string];
}

/** What the app says to a signed request, and the address that it was signed for. */
export async function askSigned({
  base,
  publicUrl,
  path,
  tokens,
}: Door): Promise<{ asked: Asked; at: string }> {
  const [token] = tokens;
  const url = base + path;
  const asked = await ask(url, token === undefined ? undefined : { token });
  if (token === undefined || publicUrl === undefined || isFailure(asked) || !isRefusal(asked))
    return { asked, at: base };
  const again = await ask(url, { token, address: publicUrl + path });
  return isLetIn(again) ? { asked: again, at: publicUrl } : { asked, at: base };
}

/** A request that Plivo could have signed must be let in; if not, an address is looked for for which it is. */
export async function signedFinding(door: Door, reply: Reply, at: string): Promise<Finding> {
  if (!isRefusal(reply)) {
    const how = at === door.base ? 'as Plivo signs' : `for ${at}, as Plivo signs,`;
    return isLetIn(reply)
      ? ok('signed', `A request that is signed ${how} is let in.`)
      : wrong(
          'signed',
          `A signed request got status ${reply.status}, and Plivo ends the call on anything but 200.`,
          'look at the log of the app.',
        );
  }
  const url = door.base + door.path;
  const says = `A request that is signed as Plivo signs is refused (status ${reply.status}).`;
  for (const token of door.tokens.slice(1)) {
    if (isLetIn(await ask(url, { token })))
      return wrong(
        'signed',
        `${says} The app knows only another token of PLIVO_AUTH_TOKEN.`,
        'give the app all tokens.',
      );
  }
  const believed = await believedAddress(door);
  if (believed !== undefined) {
    return wrong(
      'signed',
      `${says} The app believes that its address is ${believed}.`,
      `set PUBLIC_URL of the app to ${door.base}.`,
    );
  }
  return wrong(
    'signed',
    `${says} No likely address fits either.`,
    'give the app the PLIVO_AUTH_TOKEN that is set here, and this address as PUBLIC_URL.',
  );
}

/** The address that the app lets in, when it is signed instead. */
async function believedAddress({ base, path, tokens, localHosts }: Door): Promise<string | undefined> {
  const [token = ''] = tokens;
  const [host, forwardedHost] = localHosts;
  let tries = 0;
  for (const address of likelyAddresses({ publicUrl: base, target: path, host, forwardedHost })) {
    if (++tries > mostTries) break;
    if (isLetIn(await ask(base + path, { token, address }))) return address.replace(/\?.*$/s, '');
  }
  return undefined;
}

/** A request without a signature, and one with a signature that is not Plivo's, must be refused. */
export async function unsignedFinding({ base, path, tokens }: Door): Promise<Finding> {
  const url = base + path;
  const tries = [
    { what: 'without a signature', asked: await ask(url) },
    ...(tokens.length === 0
      ? []
      : [
          {
            what: 'with a forged signature',
            asked: await ask(url, { token: 'not the token of this account' }),
          },
        ]),
  ];
  const open = tries.find(({ asked }) => isLetIn(asked));
  if (open !== undefined) {
    return wrong(
      'unsigned',
      `A request ${open.what} is let in: anyone can pose as Plivo.`,
      'set PLIVO_AUTH_TOKEN and PUBLIC_URL for the app.',
    );
  }
  const odd = tries.find(({ asked }) => isFailure(asked) || !isRefusal(asked));
  if (odd === undefined) return ok('unsigned', 'Requests without a signature of Plivo are refused.');
  const how = isFailure(odd.asked) ? 'got no answer' : `got status ${odd.asked.status}`;
  return wrong('unsigned', `A request ${odd.what} ${how}, where 403 is due.`, 'look at the log of the app.');
}
