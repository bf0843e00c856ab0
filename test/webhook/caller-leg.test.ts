import { readCall } from 'plivo-jsx';
import { expect, test } from 'vitest';
import { callerLegOf } from '../../src/webhook/caller-leg.ts';

test.each([
  ['of the caller', { CallUUID: 'a' }, 'a'],
  ['about a B leg', { CallUUID: 'b', DialALegUUID: 'a', DialAction: 'answer' }, 'a'],
  ['of an outbound call', { CallUUID: 'b', ALegUUID: 'a', Direction: 'outbound' }, 'a'],
  ['about a room that the caller has left', { MPCUUID: 'room', ParticipantCallUUID: 'a' }, 'a'],
  ['without an id', { From: '14155550100' }, undefined],
  ['with an id that was sent twice', { CallUUID: ['a', 'b'] }, undefined],
])('the caller of an event %s', (_, fields, id) => {
  expect(callerLegOf(readCall(fields as never))).toBe(id);
});
