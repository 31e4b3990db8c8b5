import { newId } from '@bindery/kernel';
import { barOf, holdKeys, ownersFor, reasonsOf, staffHoldOwners, staffHoldReasons } from './staff-hold.rules';

const accountId = newId('account');
const laidBy = newId('account');

describe('barOf', () => {
  it.each([
    ['a holder of ours', 'UNUSUAL_USE', accountId, 'OWN_ACCOUNT'],
    ['who laid what a legal duty holds', 'COURT_ORDER', laidBy, 'LAID_IT'],
    ['who laid a security check', 'UNUSUAL_USE', laidBy, null],
    ['somebody else', 'COURT_ORDER', newId('account'), null],
  ] as const)('looks at %s', (_who, reason, staffId, bar) =>
    expect(barOf({ accountId, reason, laidBy }, staffId)).toBe(bar),
  );
});

describe('roles', () => {
  it('speak each for its owner and read no other’s reasons', () => {
    expect(ownersFor(['AGENT'])).toEqual(['RISK']);
    expect(ownersFor(['REVIEWER'])).toEqual(['COMPLIANCE']);
    expect(ownersFor(['OPERATOR'])).toEqual([]);
    expect(reasonsOf(staffHoldOwners)).toEqual(staffHoldReasons);
    expect(reasonsOf(['RISK'])).not.toContain('COURT_ORDER');
  });

  it('lay holds that tell no stated reason', () => {
    for (const { reason } of Object.values(holdKeys)) expect(staffHoldReasons).not.toContain(reason);
  });
});
