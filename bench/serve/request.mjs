// Webhooks of Plivo: twenty fields, signed.
import { createHmac } from 'node:crypto';

export const publicUrl = 'https://ivr.example.com';
export const token = 'a-token-of-an-account-that-does-not-exist';

const fields = {
  ALegRequestUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  ALegUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  AnswerTime: '2026-01-01 12:00:00',
  BillRate: '0.002',
  CallStatus: 'in-progress',
  CallUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  CallerName: 'Ann & Lee',
  Digits: '1',
  Direction: 'inbound',
  Event: 'Redirect',
  ForwardedFrom: '',
  From: '15550123456',
  ParentAuthID: 'MAXXXXXXXXXXXXXXXXXX',
  RequestUUID: '3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36',
  STIRAttestation: 'A',
  STIRVerification: 'Verified',
  SessionStart: '2026-01-01 12:00:00.000000',
  StartTime: '2026-01-01 11:59:58',
  To: '15550654321',
  'X-PH-Region': 'west',
};

/**
 * A webhook at a path, as often as it is wanted.
 *
 * @param path with its query in the order of names
 * @param changes fields that are other than usual; `undefined` leaves one out
 */
export function webhook(path, changes = {}) {
  const sent = Object.entries({ ...fields, ...changes }).filter(([, value]) => value !== undefined);
  const sorted = sent.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const signed = `${publicUrl}${path}${path.includes('?') ? '.' : '?'}${sorted.flat().join('')}`;
  /** Headers of so many requests. Each has a nonce and a signature of its own: the same request again would be known. */
  const signedHeaders = (count, from = 0) =>
    Array.from({ length: count }, (_, index) => {
      const nonce = String(from + index).padStart(20, '0');
      return {
        'content-type': 'application/x-www-form-urlencoded',
        'x-plivo-signature-v3': createHmac('sha256', token).update(`${signed}.${nonce}`).digest('base64'),
        'x-plivo-signature-v3-nonce': nonce,
      };
    });
  return { path, body: new URLSearchParams(sent).toString(), signedHeaders };
}

export const { path, body, signedHeaders } = webhook('/ivr/action?lang=en');
