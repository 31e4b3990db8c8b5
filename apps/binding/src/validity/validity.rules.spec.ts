import { dueHold, dueNotice, updatedCard, worksUntil } from './validity.rules';
import { aBinding, aCard } from '../testing/builders';

describe('the notices before the last day of a card', () => {
  const noticeOn = (today: string, ...given: number[]) => dueNotice('2026-07-31', today, given);

  it.each([
    ['2026-05-31', null],
    ['2026-06-01', 60],
    ['2026-06-30', 60],
    ['2026-07-01', 30],
    ['2026-07-24', 7],
    ['2026-07-29', 7],
    ['2026-07-30', 1],
    ['2026-07-31', 1],
    ['2026-08-01', null],
  ])('is on %s the one of %s days', (today, due) => expect(noticeOn(today)).toBe(due));

  it('is given once, and none that was passed over is made up for', () => {
    expect(noticeOn('2026-06-15', 60)).toBeNull();
    expect(noticeOn('2026-07-10', 60)).toBe(30);
    expect(noticeOn('2026-07-10', 30)).toBeNull();
    expect(noticeOn('2026-06-15', 30)).toBeNull();
  });
});

describe('the hold of a card that has expired', () => {
  const card = aCard({ expiresOn: '2026-07-31' });
  const held = { owner: 'VALIDITY', reason: 'CARD_EXPIRED', since: '2026-08-01T00:00:00.000Z' } as const;
  const bound = (holds: (typeof held)[] = []) =>
    aBinding(card, { state: { phase: 'BOUND', holds, sync: { state: 'IN_SYNC' } } });

  it('comes after the days of grace, and goes with the renewal', () => {
    expect(worksUntil('2026-07-31', 7)).toBe('2026-08-07');
    expect(dueHold(bound(), card, 0, '2026-07-31')).toBeNull();
    expect(dueHold(bound(), card, 0, '2026-08-01')).toBe('ADD');
    expect(dueHold(bound(), card, 7, '2026-08-07')).toBeNull();
    expect(dueHold(bound(), card, 7, '2026-08-08')).toBe('ADD');
    expect(dueHold(bound([held]), card, 7, '2026-08-08')).toBeNull();
    expect(dueHold(bound([held]), { expiresOn: '2030-07-31' }, 7, '2026-08-08')).toBe('LIFT');
    expect(dueHold(bound(), { expiresOn: null }, 0, '2026-08-08')).toBeNull();
    const off = aBinding(card, { state: { phase: 'UNBOUND', holds: [held], sync: { state: 'IN_SYNC' } } });
    expect(dueHold(off, card, 0, '2026-08-08')).toBeNull();
  });
});

describe('a renewal of an issuer', () => {
  const card = aCard({ token: 'tok_1', lastFour: '1111', expiresOn: '2026-07-31' });

  it('changes what it tells, and nothing when it is repeated or overtaken', () => {
    const renewed = updatedCard(card, { expiresOn: '2030-07-31', lastFour: '2222', token: 'tok_2' });
    expect(renewed).toEqual({ ...card, expiresOn: '2030-07-31', lastFour: '2222', token: 'tok_2' });
    expect(renewed && updatedCard(renewed, { expiresOn: '2030-07-31', lastFour: '2222', token: 'tok_2' })).toBeNull();
    expect(renewed && updatedCard(renewed, { expiresOn: '2028-07-31', token: 'tok_old' })).toBeNull();
    expect(updatedCard(card, { token: 'tok_2' })).toEqual({ ...card, token: 'tok_2' });
  });
});
