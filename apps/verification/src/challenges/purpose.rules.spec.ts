import { newId } from '@bindery/kernel';
import { readPurpose } from './purpose.rules';

const account = newId('account');
const binding = newId('binding');
const digest = 'sha256:0123456789abcdef';
const invalid = (field: string, rule?: string) => ({
  ok: false,
  error: { kind: 'INVALID_INPUT', field, ...(rule && { rule }) },
});

describe('readPurpose', () => {
  it('reads what a holder wants to do with a binding', () => {
    expect(readPurpose({ action: 'BIND', subjectId: binding }, account)).toEqual({
      ok: true,
      value: { kind: 'ACCOUNT', action: 'BIND', accountId: account, bindingId: binding },
    });
    expect(readPurpose({ action: 'UNBIND', subjectId: binding, planDigest: digest }, account)).toMatchObject({
      ok: true,
      value: { planDigest: digest },
    });
  });

  it('reads the phone of somebody who is not signed in, and keeps an account out of it', () => {
    const value = { kind: 'ANONYMOUS', action: 'RESET_PASSWORD', phone: '+8613800000001' };
    expect(readPurpose({ action: 'RESET_PASSWORD', phone: '+86 138 0000 0001' }, undefined)).toEqual({
      ok: true,
      value,
    });
    expect(
      readPurpose({ action: 'RESET_PASSWORD', phone: '+8613800000001', subjectId: '+8613800000001' }, account),
    ).toEqual({ ok: true, value });
  });

  it.each(['BIND', 'UNBIND', 'RESTORE'] as const)('wants somebody signed in for %s', (action) => {
    expect(readPurpose({ action, subjectId: binding, planDigest: digest }, undefined)).toEqual({
      ok: false,
      error: { kind: 'SIGN_IN_FIRST' },
    });
  });

  it.each([undefined, '', 'short', 'has spaces in between it', 'x'.repeat(129)])(
    'refuses UNBIND with the plan digest %p',
    (planDigest) => {
      expect(readPurpose({ action: 'UNBIND', subjectId: binding, planDigest }, account)).toEqual(
        invalid('purpose.planDigest', planDigest ? undefined : 'REQUIRED'),
      );
    },
  );

  it('refuses what does not belong to the action', () => {
    expect(readPurpose({ action: 'BIND', subjectId: binding, planDigest: digest }, account)).toEqual(
      invalid('purpose.planDigest', 'NOT_WANTED'),
    );
    expect(readPurpose({ action: 'RESTORE', subjectId: account }, account)).toEqual(invalid('purpose.subjectId'));
    expect(readPurpose({ action: 'BIND' }, account)).toEqual(invalid('purpose.subjectId', 'REQUIRED'));
    expect(readPurpose({ action: 'BIND', subjectId: binding, phone: '+8613800000001' }, account)).toEqual(
      invalid('phone', 'NOT_WANTED'),
    );
    expect(readPurpose({ action: 'REGISTER', phone: '+8613800000001', planDigest: digest }, undefined)).toEqual(
      invalid('purpose.planDigest', 'NOT_WANTED'),
    );
    expect(readPurpose({ action: 'REGISTER', phone: '+8613800000001', subjectId: binding }, undefined)).toEqual(
      invalid('purpose.subjectId', 'NOT_WANTED'),
    );
  });

  it.each([undefined, '', '12', '+861', 'call me', '+86138000000010000', `+${'1'.repeat(60)}`])(
    'refuses the phone %p',
    (phone) => {
      expect(readPurpose({ action: 'REGISTER', phone }, undefined)).toEqual({
        ok: false,
        error: { kind: 'PHONE_INVALID' },
      });
    },
  );
});
