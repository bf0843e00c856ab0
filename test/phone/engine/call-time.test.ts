import { describe, expect, test, vi } from 'vitest';
import { readCallTime } from '../../../src/phone/engine/call-time.ts';
import * as temporal from '../../../src/temporal.ts';

const read = (at: Parameters<typeof readCallTime>[0]) => readCallTime(at)?.toString();

describe('the time of a call', () => {
  test.each([
    ['2026-12-24T18:00[Europe/Madrid]', '2026-12-24T18:00:00+01:00[Europe/Madrid]'],
    ['2026-12-24T18:00:30+01:00[Europe/Madrid]', '2026-12-24T18:00:30+01:00[Europe/Madrid]'],
    ['2026-12-24T18:00Z', '2026-12-24T18:00:00+00:00[UTC]'],
    ['2026-12-24T18:00+01:00', '2026-12-24T17:00:00+00:00[UTC]'],
    [' 2026-12-24 18:00Z ', '2026-12-24T18:00:00+00:00[UTC]'],
  ])('%j has a zone or an offset', (at, wanted) => {
    expect(read(at)).toBe(wanted);
  });

  test('without one is of the zone of this machine', () => {
    vi.spyOn(temporal, 'machineZone').mockReturnValue('America/New_York');
    expect(read('2026-12-24T18:00')).toBe('2026-12-24T18:00:00-05:00[America/New_York]');
    expect(read('2026-12-24 18:00:05')).toBe('2026-12-24T18:00:05-05:00[America/New_York]');
    expect(read('2026-07-01')).toBe('2026-07-01T00:00:00-04:00[America/New_York]');
    vi.restoreAllMocks();
  });

  test('may be an instant', () => {
    expect(read({ epochMilliseconds: Date.UTC(2026, 11, 24) })).toBe('2026-12-24T00:00:00+00:00[UTC]');
  });

  test.each([
    '',
    'now',
    '18:00',
    '2026-13-01T18:00',
    '2026-02-30T18:00',
    '2026-12-24T25:00',
    '2026-12-24T18:00[Europe/Madird]',
    '2026-12-24T18:00+05:00[Europe/Madrid]',
    '1969-12-31T18:00Z',
    '+012026-12-24T18:00Z',
    { epochMilliseconds: NaN },
    { epochMilliseconds: 0.5 },
    null as never,
    24 as never,
  ])('cannot be %j', (at) => {
    expect(readCallTime(at)).toBeUndefined();
  });
});
