import { phases } from '@bindery/card-lifecycle';
import { isOver } from './nothing-to-prove.rules';

const now = new Date('2026-03-01T00:00:00Z');
const [before, after] = [new Date('2026-02-28T00:00:00Z'), new Date('2026-03-02T00:00:00Z')];
const asked = { now, disputed: false };

describe('isOver', () => {
  it.each([
    ['BIND', ['VERIFYING', 'IN_REVIEW']],
    [
      'RESTORE',
      ['VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'UNBOUND', 'RESTORING'],
    ],
    [
      'UNBIND',
      ['VERIFYING', 'IN_REVIEW', 'BINDING', 'AWAITING_ACTIVATION', 'BOUND', 'UNBINDING', 'UNBOUND', 'RESTORING'],
    ],
  ] as const)('leaves a proof for %s in what can still come to it', (action, open) =>
    expect(phases.filter((phase) => !isOver(action, { phase, restorableUntil: after }, asked))).toEqual(open),
  );

  it.each(['CANCEL_MANDATE', 'MOVE_MANDATE', 'SETTLE_PENDING', 'WITHDRAW_BALANCE'] as const)(
    'leaves a proof for %s to a card whose place was taken too: it stays at its provider while it owes something',
    (action) =>
      expect(phases.filter((phase) => isOver(action, { phase, restorableUntil: after }, asked))).toEqual([
        'DECLINED',
        'RETIRED',
      ]),
  );

  it.each([
    ['its window goes on', after, false, false],
    ['at its very end', now, false, false],
    ['its window is over', before, false, true],
    ['its window is over, and a dispute is open', before, true, false],
    ['nobody told its window', null, false, false],
  ])('of a restore: %s', (_, restorableUntil, disputed, expected) =>
    expect(isOver('RESTORE', { phase: 'UNBOUND', restorableUntil }, { now, disputed })).toBe(expected),
  );
});
