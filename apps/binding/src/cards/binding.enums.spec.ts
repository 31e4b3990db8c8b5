import 'reflect-metadata';
import { toHoldCause } from './binding.enums';

describe('the cause of a hold', () => {
  it.each([
    ['HOLDER', 'SUSPENDED_BY_HOLDER', 'SUSPENDED_BY_HOLDER'],
    ['ACCOUNT', 'HOLDER_ASKED', 'ACCOUNT_LOCKED'],
    ['PROVIDER', 'NOT_ACTIVATED', 'NOT_ACTIVATED'],
    ['DISPUTE', 'REVOKED', 'REVOKED'],
    ['PROVIDER', 'FRAUD_SUSPECTED', 'BLOCKED_BY_PROVIDER'],
    ['RISK', 'constructor', 'SECURITY_CHECK'],
  ] as const)('of %s with the reason %s is %s', (owner, reason, cause) =>
    expect(toHoldCause(owner, reason)).toBe(cause),
  );
});
