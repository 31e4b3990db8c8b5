import type { AlertKind } from '../../alert-kind.rules';
import { en } from './emergency-reported.words.en';
import { zhCn } from './emergency-reported.words.zh-cn';

export const emergencyReported = {
  code: 'EMERGENCY_REPORTED',
  description: 'Somebody else has the account or a device.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.emergency-reported.v1': {
      action: 'REVIEW_DEVICES',
      alertOf: ({ accountId, lostDeviceId, at }) => ({
        accountId,
        facts: { at, lost: lostDeviceId ? 'DEVICE' : 'ACCOUNT' },
      }),
    },
  },
} as const satisfies AlertKind;
