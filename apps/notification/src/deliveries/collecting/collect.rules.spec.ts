import { decideCollecting, type Sent } from './collect.rules';

const now = new Date('2026-01-01T12:00:00Z');
const limits = { alertsOfKindPerHour: 2, alertsPerHour: 3, alertsPerDay: 5 };
const ago = (minutes: number, critical = true, kind: Sent['kind'] = 'CARD_BOUND'): Sent => ({
  kind,
  critical,
  at: new Date(now.getTime() - minutes * 60_000),
});
const alert = { kind: 'CARD_UNBOUND', critical: true } as const;
const notice = { kind: 'WELCOME', critical: false } as const;

describe('decideCollecting', () => {
  it.each([
    ['the first', [], 'ALONE'],
    ['the second in an hour', [ago(10)], 'ALONE'],
    ['the third in an hour', [ago(10), ago(59)], 'LAST'],
    ['the fourth in an hour', [ago(1), ago(10), ago(59)], 'CARRIED'],
    ['the second of its kind', [ago(1, true, 'CARD_UNBOUND')], 'LAST'],
    ['the third of its kind', [ago(1, true, 'CARD_UNBOUND'), ago(2, true, 'CARD_UNBOUND')], 'CARRIED'],
    ['one when the hour has room again', [ago(30), ago(60), ago(61, true, 'CARD_UNBOUND')], 'ALONE'],
    ['the fifth in a day', [ago(100), ago(200), ago(300), ago(400)], 'LAST'],
    ['the sixth in a day', [ago(100), ago(200), ago(300), ago(400), ago(500)], 'CARRIED'],
    ['one among notices, which do not count', [ago(1, false), ago(2, false), ago(3, false)], 'ALONE'],
  ] as const)('lets an alert leave or not: %s', (_, sent, kind) =>
    expect(decideCollecting(alert, sent, limits, now).kind).toBe(kind),
  );

  it('lets notices leave a quarter of an hour apart, whatever alerts do', () => {
    expect(decideCollecting(notice, [ago(1), ago(2), ago(3)], limits, now)).toEqual({ kind: 'ALONE' });
    expect(decideCollecting(notice, [ago(5, false), ago(90, false)], limits, now)).toEqual({
      kind: 'LATER',
      at: new Date('2026-01-01T12:10:00Z'),
    });
    expect(decideCollecting(notice, [ago(15, false)], limits, now)).toEqual({ kind: 'ALONE' });
  });
});
