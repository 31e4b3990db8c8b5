import { isLapse, sayProviderCause } from './provider-cause-words';

describe('why a provider refused', () => {
  it('is said in both languages, and without its code where nobody knows the word', () => {
    expect(sayProviderCause('TOKEN_UNKNOWN', 'en')).toBe('It does not know this card any more.');
    expect(sayProviderCause('UNSPECIFIED', 'zh-CN')).toBe('该机构未说明原因。');
    for (const cause of ['ACCOUNT_FROZEN', 'other', 'toString'])
      expect([sayProviderCause(cause, 'en'), sayProviderCause(cause, 'zh-CN')]).toEqual([
        'It gave a reason that we have no words for.',
        '该机构给出的原因，我们尚无相应的文字说明。',
      ]);
  });

  it('is no refusal where the holder was too late', () => {
    expect(['SIGNING_LAPSED', 'PASS_NOT_ADDED', 'MESSAGE_NOT_SIGNED', 'PROVIDER_DECLINED'].map(isLapse)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
