import { decideAfterCheck } from './after-check.rules';
import { attemptsMax, decideAfterSend } from './after-send.rules';

const now = new Date('2026-01-01T00:00:00Z');
const inMs = (date: Date | null | undefined) => (date ? date.getTime() - now.getTime() : date);

describe('decideAfterSend', () => {
  it('waits longer after each failure, a quarter of an hour at most, and gives up in the end', () => {
    const waits: number[] = [];
    for (let attempts = 1; attempts < attemptsMax; attempts += 1) {
      const after = decideAfterSend({ kind: 'NOT_NOW', cause: 'CARRIER_TIMEOUT' }, attempts, now);
      if (after.state === 'QUEUED') waits.push(after.retryAt.getTime() - now.getTime());
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(900_000);
    expect(waits).toHaveLength(attemptsMax - 1);
    expect(decideAfterSend({ kind: 'NOT_NOW', cause: 'CARRIER_TIMEOUT' }, attemptsMax, now)).toEqual({
      state: 'FAILED',
      cause: 'CARRIER_TIMEOUT',
    });
  });

  it('waits as long as a busy carrier asks for', () => {
    const after = decideAfterSend({ kind: 'NOT_NOW', cause: 'CARRIER_BUSY', retryAfterMs: 60_000 }, 1, now);
    expect(after.state === 'QUEUED' && inMs(after.retryAt)).toBe(60_000);
  });

  it('plans to ask for a message that can be asked for, and no other', () => {
    const sms = decideAfterSend({ kind: 'TAKEN', messageId: 'sms_1' }, 1, now);
    const mail = decideAfterSend({ kind: 'TAKEN', messageId: null }, 1, now);
    expect(sms.state === 'SENT' && inMs(sms.checkAt)).toBe(1_000);
    expect(mail).toEqual({ state: 'SENT', messageId: null, checkAt: null });
  });
});

describe('decideAfterCheck', () => {
  const aged = (ms: number) => new Date(now.getTime() - ms);

  it.each([
    [200, 1_000],
    [4_000, 4_000],
    [3_600_000, 600_000],
  ])('asks again, %d ms after the send in %d ms', (ageMs, waitMs) => {
    const after = decideAfterCheck('ACCEPTED', aged(ageMs), now);
    expect(after.state === 'SENT' && inMs(after.checkAt)).toBe(waitMs);
  });

  it('asks no more after a day, or when the carrier knows nothing of it', () => {
    expect(decideAfterCheck('UNCLEAR', aged(86_400_000), now)).toEqual({ state: 'SENT', checkAt: null });
    expect(decideAfterCheck('UNKNOWN', aged(1), now)).toEqual({ state: 'SENT', checkAt: null });
  });

  it('takes the word of the carrier', () => {
    expect(decideAfterCheck('DELIVERED', aged(1), now)).toEqual({ state: 'DELIVERED' });
    expect(decideAfterCheck('FAILED', aged(1), now)).toEqual({ state: 'FAILED', cause: 'CARRIER_FAILED' });
  });
});
