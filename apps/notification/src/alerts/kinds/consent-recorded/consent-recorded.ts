import type { AlertKind } from '../../alert-kind.rules';
import { en } from './consent-recorded.words.en';
import { zhCn } from './consent-recorded.words.zh-cn';
import { en as purposeEn } from './purpose-given.words.en';
import { zhCn as purposeZhCn } from './purpose-given.words.zh-cn';

export const consentRecorded = {
  code: 'CONSENT_RECORDED',
  description: 'A consent was given to a provider.',
  critical: true,
  partOf: { kinds: ['CARD_BOUND', 'CARD_BIND_REFUSED'], by: 'BINDING' },
  /** Entering the code and the provider's answer take minutes; until then nothing has come of it. */
  waitMs: 15 * 60_000,
  words: { en, 'zh-CN': zhCn },
  variants: { PURPOSE_GIVEN: { en: purposeEn, 'zh-CN': purposeZhCn } },
  facts: {
    'bindery.consent.recorded.v1': {
      action: 'OPEN_WALLET',
      alertOf: ({ accountId, bindingId, provider, providerName, version, at }) => ({
        accountId,
        bindingId,
        facts: { at, provider, providerName, version },
      }),
    },
    'bindery.consent.purpose-given.v1': {
      variant: 'PURPOSE_GIVEN',
      action: 'READ_CONSENTS',
      alertOf: ({ accountId, provider, providerName, version, purposeName: purpose, at }) => ({
        accountId,
        facts: { at, provider, providerName, version, purpose },
      }),
    },
  },
} as const satisfies AlertKind;
