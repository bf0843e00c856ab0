/**
 * Reads the command line as the options of a call.
 * @module
 */
import { PlivoJsxError } from '../../../errors.ts';
import type { CallOptions } from '../../../phone/index.ts';
import { callTimeForm, readCallTime } from '../../../phone/engine/call-time.ts';
import { outboundOptions } from '../../../phone/engine/option-words.ts';
import { parseUrl } from '../../../parse-url.ts';
import { unreachableBecause } from '../../../rest/public-url.ts';
import { readArguments, readPublicAddress, usageError } from '../../arguments.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import type { Variables } from '../../environment/variable-names.ts';
import { answerUrl } from './answer-url.ts';
import { readAssumptions } from './assume.ts';
import { flags, parserOptions, type Flag, type FlagName } from './flags.ts';
import { tokenOf } from './token-of.ts';

/** The URL, the options of the call, and what is printed. */
export interface PhoneArguments {
  readonly url: string;
  readonly options: CallOptions;
  readonly script: string | undefined;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly xml: boolean;
  readonly realTime: boolean;
}

/** A script of silence, and a caller without a number. */
const mayBeEmpty = new Set<string>(['script', 'from']);

/**
 * Reads the arguments.
 *
 * @param variables `--sign` reads the token and the public URL from them
 * @throws {@link PlivoJsxError} `E_ARGUMENT`, `E_PHONE_URL`
 */
export function readPhoneArguments(
  args: readonly string[],
  usage: string,
  variables: Variables,
): PhoneArguments {
  const wrong = (problem: string) => usageError(problem, usage);
  const { values, positionals } = readArguments(args, parserOptions, usage);
  const [written, ...others] = positionals;
  if (written === undefined || others.length > 0) throw wrong('phone takes one address');
  const url = answerUrl(written, variables);
  const text = (name: FlagName) => values[name] as string | undefined;
  const list = (name: FlagName) => (values[name] as string[] | undefined) ?? [];
  const base = (name: FlagName) => {
    const given = text(name);
    return given === undefined ? undefined : readPublicAddress(`--${name}`, given, usage);
  };
  for (const [name, { value, expected }] of Object.entries<Flag>(flags)) {
    const written = text(name as FlagName);
    if (written === undefined || value === undefined) continue;
    if (expected?.includes(written) === false) throw wrong(`--${name} takes ${expected.join(', ')}`);
    if (value === 'url' && !(/^https?:\/\/[^\s/?#]/i.test(written) && parseUrl(written) !== undefined))
      throw new PlivoJsxError('E_PHONE_URL', { what: `--${name}` });
    if (outboundOptions.has(optionOf(name)) && text('direction') !== 'outbound')
      throw wrong(`--${name} is for outbound calls; add --direction outbound`);
    if (written === '' && !mayBeEmpty.has(name)) throw wrong(`--${name} is empty`);
  }
  const at = text('at');
  if (at !== undefined && readCallTime(at) === undefined)
    throw wrong(`--at ${JSON.stringify(at)} is no date and time such as ${callTimeForm}`);
  const pairsOf = (name: FlagName, form: RegExp) =>
    Object.fromEntries(
      list(name).map((written) => {
        const [, key, value] = form.exec(written) ?? [];
        if (key === undefined || value === undefined)
          throw wrong(`--${name} is not of the form ${(flags[name] as Flag).value}`);
        return [key, value] as const;
      }),
    );
  const rooms = Object.entries(pairsOf('room', /^([^=]+)=(.+)$/)).map(
    ([room, members]) => [room, members.split(',').map((member) => member.trim())] as const,
  );
  return {
    url,
    script: values['script'] as string | undefined,
    json: values['json'] === true,
    verbose: values['verbose'] === true,
    xml: values['xml'] === true,
    realTime: values['real-time'] === true,
    // Options with few values were compared with them above.
    options: {
      from: text('from'),
      to: text('to'),
      direction: text('direction'),
      callerName: text('caller-name'),
      forwardedFrom: text('forwarded-from'),
      sipHeaders: pairsOf('header', /^X-PH-([A-Za-z0-9-]+)=(.*)$/i),
      token: tokenOf(text('token'), values['sign'] === true, variables, wrong),
      publicUrl: base('public-url') ?? publicUrlOf(url, values['sign'] === true, variables),
      localUrl: base('local-url'),
      answerMethod: text('answer-method'),
      hangupUrl: text('hangup-url'),
      hangupMethod: text('hangup-method'),
      ringUrl: text('ring-url'),
      ringMethod: text('ring-method'),
      fallbackUrl: text('fallback-url'),
      fallbackMethod: text('fallback-method'),
      callee: text('callee'),
      answeredBy: text('answered-by'),
      machineDetection: text('machine-detection'),
      machineDetectionUrl: text('machine-detection-url'),
      machineDetectionMethod: text('machine-detection-method'),
      rooms: Object.fromEntries(rooms),
      assume: readAssumptions(list('assume'), usage),
      at,
      uuid: text('uuid'),
    } as CallOptions,
  };
}

/** The option of a call that a flag sets: `--ring-url` sets `ringUrl`. */
const optionOf = (flag: string) => flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** An app on this machine likely has the same `.env`, so its documents lead to `PUBLIC_URL`. */
const publicUrlOf = (url: string, sign: boolean, { PUBLIC_URL }: Variables): string | undefined =>
  sign || unreachableBecause(url) !== undefined ? readEnvironment({ PUBLIC_URL }).publicUrl : undefined;
