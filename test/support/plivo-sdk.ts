import { createRequire } from 'node:module';

/** The part of Plivo's SDK with which tests compare signatures. */
interface PlivoSdk {
  validateV3Signature(
    method: string,
    uri: string,
    nonce: string,
    token: string,
    signature: string,
    params: object,
  ): boolean;
}

/** Loaded as CommonJS, which it is. */
export const plivo = createRequire(import.meta.url)('plivo') as PlivoSdk;
