import { checksOf } from './emergency.rules';

describe('what is to be checked', () => {
  const codes = (support: boolean) => checksOf({ logins: 3, contacts: 0 }, support).map(({ code }) => code);

  it('begins with the password, and ends with support only where there is a way', () => {
    expect(codes(true)[0]).toBe('CHANGE_PASSWORD');
    expect(codes(true)).toContain('CONTACT_SUPPORT');
    expect(codes(false)).not.toContain('CONTACT_SUPPORT');
  });

  it('says how many there were of what is known here, none too', () =>
    expect(checksOf({ logins: 3, contacts: 0 }, true).filter(({ count }) => count !== null)).toEqual([
      { code: 'LOGINS', count: 3 },
      { code: 'CONTACTS', count: 0 },
    ]));
});
