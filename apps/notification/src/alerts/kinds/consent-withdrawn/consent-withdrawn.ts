import type { AlertKind } from '../../alert-kind.rules';
import { en } from './consent-withdrawn.words.en';
import { zhCn } from './consent-withdrawn.words.zh-cn';
import { en as purposeEn } from './purpose-withdrawn.words.en';
import { zhCn as purposeZhCn } from './purpose-withdrawn.words.zh-cn';

export const consentWithdrawn = {
  code: 'CONSENT_WITHDRAWN',
  description: 'A consent was taken back.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  variants: { PURPOSE_WITHDRAWN: { en: purposeEn, 'zh-CN': purposeZhCn } },
  facts: {
    'bindery.consent.withdrawn.v1': {
      action: 'READ_CONSENTS',
      alertOf: ({ accountId, bindingId, provider, providerName, version, at }) => ({
        accountId,
        bindingId,
        facts: { at, provider, providerName, version },
      }),
    },
    'bindery.consent.purpose-withdrawn.v1': {
      variant: 'PURPOSE_WITHDRAWN',
      action: 'READ_CONSENTS',
      alertOf: ({ accountId, provider, providerName, version, purposeName: purpose, at }) => ({
        accountId,
        facts: { at, provider, providerName, version, purpose },
      }),
    },
  },
} as const satisfies AlertKind;
