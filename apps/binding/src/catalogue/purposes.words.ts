import { createTranslator, type InBothLanguages, inEachLanguage, type Locale } from '@bindery/localisation';
import type { AllowedPurpose, PastPurpose } from './provider-profile.rules';

const say = createTranslator<AllowedPurpose | PastPurpose>({
  en: {
    CREDIT_CHECK: 'Look up my credit record',
    DATA_SHARING: 'Be told what I do with this account here (no longer asked for; nothing was ever told)',
    REPAYMENT_DEBIT: 'Collect repayments by itself',
  },
  'zh-CN': {
    CREDIT_CHECK: '查询我的信用信息',
    DATA_SHARING: '获取我在此账户的使用记录（现已不再申请，从未提供过）',
    REPAYMENT_DEBIT: '自动扣取还款',
  },
});

/** A purpose in a few words, as it is listed. */
export const sayPurpose = (locale: Locale, purpose: AllowedPurpose | PastPurpose): string => say(locale, purpose);

/** In both languages, for those who are told of it and know no list of ours. */
export const purposeNames = (purpose: AllowedPurpose | PastPurpose): InBothLanguages =>
  inEachLanguage((locale) => sayPurpose(locale, purpose));
