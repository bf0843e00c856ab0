import { describe, expect, test } from 'vitest';
import {
  isAtOrBelow,
  likelyLocalUrl,
  localAddressOf,
  publicAddressOf,
} from '../../../src/phone/http/address-map.ts';

const publicUrl = 'https://ivr.example.com/voice';
const stripping = { publicUrl, localUrl: 'http://127.0.0.1:5000' };
const keeping = { publicUrl, localUrl: 'http://127.0.0.1:5000/voice' };

describe('behind a proxy that strips the path', () => {
  test.each([
    ['http://127.0.0.1:5000/ivr?lang=en#rc=2', 'https://ivr.example.com/voice/ivr?lang=en#rc=2'],
    ['http://127.0.0.1:5000', 'https://ivr.example.com/voice'],
    ['http://127.0.0.1:5000/', 'https://ivr.example.com/voice/'],
    ['http://127.0.0.1:5000?lang=en', 'https://ivr.example.com/voice?lang=en'],
    ['http://127.0.0.1:5000/voice', 'https://ivr.example.com/voice/voice'],
    ['http://ann:secret@127.0.0.1:5000/ivr', 'https://ann:secret@ivr.example.com/voice/ivr'],
  ])('%s is %s, and the other way round', (local, address) => {
    expect(publicAddressOf(stripping, local)).toBe(address);
    expect(localAddressOf(stripping, address)).toBe(local);
  });
});

test('a proxy that keeps the path changes only the origin', () => {
  const [local, address] = ['http://127.0.0.1:5000/voice/ivr', 'https://ivr.example.com/voice/ivr'];
  expect(publicAddressOf(keeping, local)).toBe(address);
  expect(localAddressOf(keeping, address)).toBe(local);
});

test.each([
  'https://ivr.example.com/voicemail',
  'https://ivr.example.com/',
  'https://ivr.example.com.evil.example/voice/ivr',
  'https://elsewhere.example.com/voice/ivr',
  'http://ivr.example.com/voice/ivr',
])('%s is not the address of the app, and stays as it is', (address) => {
  expect(localAddressOf(stripping, address)).toBe(address);
  expect(isAtOrBelow(address, publicUrl)).toBe(false);
});

test('another spelling of the host is the same host, and a public address is not respelled', () => {
  const address = 'HTTPS://IVR.example.com:443/voice/ivr';
  expect(localAddressOf(stripping, address)).toBe('http://127.0.0.1:5000/ivr');
  expect(publicAddressOf({ publicUrl, localUrl: publicUrl }, address)).toBe(address);
});

test.each([
  ['http://127.0.0.1:5000/ivr', 'strips', 'http://127.0.0.1:5000'],
  ['http://127.0.0.1:5000/voicemail', 'strips', 'http://127.0.0.1:5000'],
  ['http://127.0.0.1:5000/voice/ivr', 'keeps', 'http://127.0.0.1:5000/voice'],
  ['http://ann:secret@127.0.0.1:5000/voice', 'keeps', 'http://127.0.0.1:5000/voice'],
  ['https://ivr.example.com/voice/ivr', 'keeps', 'https://ivr.example.com/voice'],
])('when %s is called, the proxy likely %s the path', (called, _, localUrl) => {
  expect(likelyLocalUrl(called, publicUrl)).toBe(localUrl);
});
