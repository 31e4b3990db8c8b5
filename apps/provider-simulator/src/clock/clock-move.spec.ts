import { aheadMaxMs, clockMove, decideMove } from './clock-move';
import { addDuration } from './duration';

const now = new Date('2026-01-31T10:00:00.500Z');
const dayMs = 86_400_000;

describe('a duration', () => {
  it.each([
    ['PT1H', '2026-01-31T11:00:00.500Z'],
    ['P30D', '2026-03-02T10:00:00.500Z'],
    ['P2W', '2026-02-14T10:00:00.500Z'],
    ['P1M', '2026-02-28T10:00:00.500Z'],
    ['P1Y', '2027-01-31T10:00:00.500Z'],
    ['P2Y1M', '2028-02-29T10:00:00.500Z'],
    [' P1DT2H3M4S ', '2026-02-01T12:03:04.500Z'],
  ])('%s is added by the calendar', (duration, end) => expect(addDuration(now, duration)?.toISOString()).toBe(end));

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1D',
    'P-1D',
    '-P1D',
    'P1.5D',
    'PT1H30',
    'P1D2H',
    'P9999999999D',
    'P999999999Y',
    'p1d',
    'P1D '.repeat(30),
  ])('%p is none', (duration) => expect(addDuration(now, duration)).toBeUndefined());
});

describe('a move of the clock', () => {
  it('is by a duration or to a moment, from where the clock is', () => {
    expect(decideMove({ advance: 'P1D' }, now, 5)).toEqual({ ok: true, value: dayMs + 5 });
    expect(decideMove({ to: '2026-02-01T18:00:00.500+08:00' }, now, 5)).toEqual({ ok: true, value: dayMs + 5 });
  });

  it.each([
    [{ advance: 'PT0S' }, 'CLOCK_BACKWARDS'],
    [{ to: now.toISOString() }, 'CLOCK_BACKWARDS'],
    [{ to: '2025-12-31T00:00:00Z' }, 'CLOCK_BACKWARDS'],
    [{ advance: 'a while' }, 'DURATION_MALFORMED'],
    [{ advance: 'P11Y' }, 'CLOCK_TOO_FAR'],
  ])('%p is refused as %s', (move, kind) =>
    expect(decideMove(move, now, 0)).toMatchObject({ ok: false, error: { kind, message: expect.any(String) } }),
  );

  it('ends ten years ahead, in however many moves', () => {
    expect(decideMove({ advance: 'PT1S' }, now, aheadMaxMs - 1_000)).toEqual({ ok: true, value: aheadMaxMs });
    expect(decideMove({ advance: 'PT1S' }, now, aheadMaxMs - 999)).toMatchObject({ error: { kind: 'CLOCK_TOO_FAR' } });
  });

  it.each([
    {},
    { advance: 7 },
    { to: 'tomorrow' },
    { advance: 'P1D', to: '2027-01-01T00:00:00Z' },
    { advance: 'P1D', back: true },
  ])('%p is none', (body) => expect(clockMove.safeParse(body).success).toBe(false));
});
