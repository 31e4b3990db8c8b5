import { sayProviderCause } from './provider-cause-words';

describe('why a provider refused', () => {
  it('is said in both languages, and told as it is where nobody knows the word', () => {
    expect(sayProviderCause('TOKEN_UNKNOWN', 'en')).toBe('It does not know this card any more.');
    expect(sayProviderCause('UNSPECIFIED', 'zh-CN')).toBe('该机构未说明原因。');
    expect(sayProviderCause('ACCOUNT_FROZEN', 'en')).toBe('Its reason: ACCOUNT_FROZEN.');
    expect(sayProviderCause('other', 'zh-CN')).toBe('原因代码：other。');
    expect(sayProviderCause('toString', 'en')).toBe('Its reason: toString.');
  });
});
