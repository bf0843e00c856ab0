/**
 * What all calls of one exploration have in common.
 * @module
 */
import { checkPrefix } from '../webhook/check-call.ts';
import { randomUUID } from 'node:crypto';
import { addressesOf } from '../phone/engine/addresses.ts';
import { assumptions, type Assumptions } from '../phone/engine/assumptions.ts';
import { checkedUrl, checkOptions } from '../phone/engine/check-options.ts';
import { startOf } from '../phone/engine/start-call.ts';
import type { Settings } from '../phone/engine/session.ts';
import { httpTransport } from '../phone/http/http-transport.ts';
import { publicAddressOf } from '../phone/http/address-map.ts';
import { TransportFailure, type CallOptions, type Transport } from '../phone/index.ts';

/** The options of a call that an exploration takes. */
export type ExploredCallOptions = Pick<
  CallOptions,
  | 'from'
  | 'to'
  | 'direction'
  | 'token'
  | 'answerMethod'
  | 'sipHeaders'
  | 'callerName'
  | 'publicUrl'
  | 'localUrl'
  | 'transport'
  | 'at'
  | 'assume'
>;

/** The settings of each call, and what is assumed of Plivo. */
export interface CallSettings {
  readonly settings: Settings;
  readonly assume: Assumptions;
}

/** The `CallUUID` that stands for that of any call in what was explored. */
export const anyUuid = `${checkPrefix}aa-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;

/** The `CallUUID` of a new call: a UUID whose beginning is that of all calls that explore. */
export const newUuid = (): string => checkPrefix + randomUUID().slice(checkPrefix.length);

/** Checks the options, and adds their defaults. */
export function settingsFor(url: string, options: ExploredCallOptions): CallSettings {
  checkOptions(options);
  const called = checkedUrl('The URL', url);
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const addresses = addressesOf(called, options);
  const settings: Settings = {
    from: '14155550100',
    to: '14155550199',
    direction: 'inbound',
    ...given,
    startedAt: startOf(options.at),
    transport: inRealTime(options.transport ?? httpTransport),
    uuid: anyUuid,
    url: publicAddressOf(addresses, called),
    addresses,
  };
  return { settings, assume: { ...assumptions, ...(given['assume'] as Partial<Assumptions> | undefined) } };
}

/**
 * A document is requested while no call waits for it, so a reply takes no call time. A transport that never answers ends
 * like a server that does not.
 */
const inRealTime =
  (transport: Transport): Transport =>
  async (request) => {
    const { readTimeout, connectTimeout } = request;
    const late = () => new TransportFailure('rt', `no reply within ${readTimeout / 1000} s`);
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(late()), connectTimeout + readTimeout);
    });
    const { seconds = 0, ...reply } = await Promise.race([transport(request), limit]).finally(() =>
      clearTimeout(timer),
    );
    if (seconds * 1000 > readTimeout) throw late();
    return reply;
  };
