import { newId } from '@bindery/kernel';
import { readPurpose, type PurposeInput } from './purpose.rules';

const account = newId('account');
const binding = newId('binding');
const digest = 'sha256:0123456789abcdef';
const read = (input: PurposeInput, accountId: typeof account | undefined) =>
  readPurpose(input, accountId, ['CN', 'HK', 'GB']);
const invalid = (field: string, rule: string) => ({
  ok: false,
  error: { kind: 'INVALID_INPUT', field, rule },
});

describe('readPurpose', () => {
  it('reads what a holder wants to do with a binding', () => {
    expect(read({ action: 'BIND', subjectId: binding }, account)).toEqual({
      ok: true,
      value: { kind: 'ACCOUNT', action: 'BIND', accountId: account, subjectId: binding },
    });
    expect(read({ action: 'UNBIND', subjectId: binding, planDigest: digest }, account)).toMatchObject({
      ok: true,
      value: { planDigest: digest },
    });
  });

  it('reads a loan by the digest of its offer, and not without one', () => {
    const loan = { action: 'OPEN_LOAN', subjectId: binding } as const;
    expect(read({ ...loan, planDigest: digest }, account)).toMatchObject({ ok: true, value: { planDigest: digest } });
    expect(read(loan, account)).toEqual(invalid('purpose.planDigest', 'REQUIRED'));
  });

  it('reads the phone of somebody who is not signed in, and keeps an account out of it', () => {
    const value = { kind: 'ANONYMOUS', action: 'RESET_PASSWORD', phone: '+8613800000001' };
    expect(read({ action: 'RESET_PASSWORD', phone: '+86 138 0000 0001' }, undefined)).toEqual({
      ok: true,
      value,
    });
    expect(read({ action: 'RESET_PASSWORD', phone: '+8613800000001', subjectId: '+8613800000001' }, account)).toEqual({
      ok: true,
      value,
    });
  });

  it.each(['BIND', 'UNBIND', 'RESTORE'] as const)('wants somebody signed in for %s', (action) => {
    expect(read({ action, subjectId: binding, planDigest: digest }, undefined)).toEqual({
      ok: false,
      error: { kind: 'SIGN_IN_FIRST' },
    });
  });

  it.each([undefined, '', 'short', 'has spaces in between it', 'x'.repeat(129)])(
    'refuses UNBIND with the plan digest %p',
    (planDigest) => {
      expect(read({ action: 'UNBIND', subjectId: binding, planDigest }, account)).toEqual(
        invalid('purpose.planDigest', planDigest ? 'FORMAT' : 'REQUIRED'),
      );
    },
  );

  it('refuses what does not belong to the action', () => {
    expect(read({ action: 'BIND', subjectId: binding, planDigest: digest }, account)).toEqual(
      invalid('purpose.planDigest', 'NOT_WANTED'),
    );
    expect(read({ action: 'RESTORE', subjectId: account }, account)).toEqual(invalid('purpose.subjectId', 'FORMAT'));
    expect(read({ action: 'FOUND', subjectId: binding }, account)).toEqual(invalid('purpose.subjectId', 'FORMAT'));
    expect(read({ action: 'BIND' }, account)).toEqual(invalid('purpose.subjectId', 'REQUIRED'));
    expect(read({ action: 'BIND', subjectId: binding, phone: '+8613800000001' }, account)).toEqual(
      invalid('phone', 'NOT_WANTED'),
    );
    expect(read({ action: 'REGISTER', phone: '+8613800000001', planDigest: digest }, undefined)).toEqual(
      invalid('purpose.planDigest', 'NOT_WANTED'),
    );
    expect(read({ action: 'REGISTER', phone: '+8613800000001', subjectId: binding }, undefined)).toEqual(
      invalid('purpose.subjectId', 'NOT_WANTED'),
    );
  });

  it.each([undefined, '', '12', '+861', 'call me', '+86138000000010000', `+${'1'.repeat(60)}`])(
    'refuses the phone %p',
    (phone) => {
      expect(read({ action: 'REGISTER', phone }, undefined)).toEqual({
        ok: false,
        error: { kind: 'PHONE_INVALID' },
      });
    },
  );

  it.each(['+449098790123', '+19002345678', '+979123456789', '+881612345678', '+861088888888', '+12125550123'])(
    'refuses the number %s, which is no mobile phone of a country that is served',
    (phone) =>
      expect(read({ action: 'RESET_PASSWORD', phone }, undefined)).toEqual({
        ok: false,
        error: { kind: 'MOBILE_NUMBER_NEEDED' },
      }),
  );
});
