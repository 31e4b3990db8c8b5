import type { AlertKind } from '../../alert-kind.rules';
import { aboutAccount } from '../../alert.rules';
import { en } from './new-device.words.en';
import { zhCn } from './new-device.words.zh-cn';

export const newDevice = {
  code: 'NEW_DEVICE',
  description: 'Somebody signed in on a device never used before.',
  critical: true,
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.account.session-started.v1': {
      action: 'REVIEW_DEVICES',
      /** Told of a device that was never used before. */
      alertOf: (data) => (data.newDevice ? aboutAccount(data) : null),
    },
  },
} as const satisfies AlertKind;
