// Webhooks of Plivo: twenty fields, signed.
import { createHmac } from 'node:crypto';

export const publicUrl = 'https://ivr.example.com';
export const token = 'a-token-of-an-account-that-does-not-exist';
export const path = '/ivr/action?lang=en';

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

const sorted = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
const signed = `${publicUrl}${path}.${sorted.flat().join('')}`;

export const body = new URLSearchParams(fields).toString();

/** Headers of so many requests. Each has a nonce and a signature of its own: the same request again would be known. */
export const signedHeaders = (count, from = 0) =>
  Array.from({ length: count }, (_, index) => {
    const nonce = String(from + index).padStart(20, '0');
    return {
      'content-type': 'application/x-www-form-urlencoded',
      'x-plivo-signature-v3': createHmac('sha256', token).update(`${signed}.${nonce}`).digest('base64'),
      'x-plivo-signature-v3-nonce': nonce,
    };
  });
