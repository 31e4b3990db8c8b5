import { countriesByDefault, countryOf, isMobileNumber, readCountries, readPhoneNumber } from './phone-number';

describe('readPhoneNumber', () => {
  it.each([
    ['+8613800138000', '+8613800138000'],
    ['13800138000', '+8613800138000'],
    ['138 0013-8000', '+8613800138000'],
    ['１３８００１３８０００', '+8613800138000'],
    ['+44 7911 123456', '+447911123456'],
    ['0086 13800138000', '+8613800138000'],
    ['00447911123456', '+447911123456'],
    ['(138) 0013.8000', '+8613800138000'],
    ['\u202a+86 138 0013 8000\u202c', '+8613800138000'],
    ['tel:+86-138-0013-8000', '+8613800138000'],
    ['TEL:+86%20138%200013%208000;isup=1', '+8613800138000'],
    ['tel:13800138000;phone-context=+86', '+8613800138000'],
    ['tel:7911123456;phone-context=+44', '+447911123456'],
    ['tel:13800138000;phone-context=example.com', '+8613800138000'],
  ])('reads %s as %s', (typed, expected) => expect(readPhoneNumber(typed)).toBe(expected));

  it.each([
    '',
    '12',
    'abc',
    '+86138001380',
    '+999123456789',
    '1'.repeat(100),
    '+8613800138000; DROP TABLE',
    '+8613800138000 ext. 5',
    'tel:+8613800138000;ext=5',
    'tel:+8613800138000;isub=5',
    'tel:',
    'tel:+86%zz',
    'sip:+8613800138000@example.com',
  ])('refuses “%s”', (typed) => expect(readPhoneNumber(typed)).toBeUndefined());
});

describe('isMobileNumber', () => {
  const served = readCountries('CN, HK,mo,TW,SG,US,GB,GG') ?? [];

  it.each([
    ['+8613800138000', 'China'],
    ['+8619912345678', 'China'],
    ['+8617012345678', 'China, of a network without masts of its own'],
    ['+85291234567', 'Hong Kong'],
    ['+85366123456', 'Macao'],
    ['+886912345678', 'Taiwan'],
    ['+6581234567', 'Singapore'],
    ['+447911123456', 'Guernsey'],
    ['+12125550123', 'North America, where nobody can tell'],
  ])('takes %s (%s)', (phone) => expect(isMobileNumber(phone, served)).toBe(true));

  it.each([
    ['+449098790123', 'premium'],
    ['+19002345678', 'premium'],
    ['+979123456789', 'premium of no country'],
    ['+881612345678', 'satellite'],
    ['+870773111632', 'ships'],
    ['+861088888888', 'landline'],
    ['+442079460958', 'landline'],
    ['+864008108888', 'shared cost'],
    ['+448441234567', 'premium'],
    ['+868008108888', 'freephone'],
    ['+18002345678', 'freephone'],
    ['+445512345678', 'company'],
    ['+15005550006', 'personal'],
    ['+85281234567', 'personal'],
    ['+14165550123', 'a country that is not served, of a calling code that is'],
    ['+491701234567', 'a country that is not served'],
    ['not a number', 'none'],
  ])('refuses %s (%s)', (phone) => expect(isMobileNumber(phone, served)).toBe(false));
});

describe('countryOf', () => {
  it.each([
    ['+8613800138000', 'CN'],
    ['+85291234567', 'HK'],
    ['+12125550123', 'US'],
    ['+14165550123', 'CA'],
    ['+447400123456', 'GB'],
    ['+447911123456', 'GG'],
    ['+979123456789', 'ZZ'],
    ['+881612345678', 'ZZ'],
    ['not a number', 'ZZ'],
    ['', 'ZZ'],
  ])('of %s is %s', (phone, country) => expect(countryOf(phone)).toBe(country));
});

describe('readCountries', () => {
  it('reads what is served where nobody says otherwise', () =>
    expect(readCountries(countriesByDefault)).toEqual(['CN', 'HK', 'MO', 'TW', 'SG']));

  it.each(['', 'CN,', 'China', 'CN HK', 'XX', '86'])('refuses “%s”', (text) =>
    expect(readCountries(text)).toBeUndefined(),
  );
});
