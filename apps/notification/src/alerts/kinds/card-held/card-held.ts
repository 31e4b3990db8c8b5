import type { AlertKind } from '../../alert-kind.rules';
import { aboutBinding } from '../../alert.rules';
import { en } from './card-held.words.en';
import { zhCn } from './card-held.words.zh-cn';

export const cardHeld = {
  code: 'CARD_HELD',
  description: 'Somebody other than the holder suspended a card.',
  critical: true,
  /** A card that is on two devices is held by one act, which is told once. */
  partOf: { kinds: ['CARD_HELD'], by: 'ACT' },
  words: { en, 'zh-CN': zhCn },
  facts: {
    'bindery.binding.held.v1': {
      action: 'OPEN_CARD',
      /**
       * Told of a hold that somebody other than the holder put. The lock of an account holds all its cards and has an
       * alert of its own, and so has the report of a lost device: ten cards must not make ten messages. A dispute tells of its hold itself.
       */
      alertOf: (data) => {
        const newest = [...data.holds].sort((a, b) => Date.parse(b.since) - Date.parse(a.since))[0];
        const toldElsewhere = ['ACCOUNT', 'DISPUTE', 'DEVICE_LOST'];
        if (data.actor === 'HOLDER' || toldElsewhere.includes(newest?.owner ?? '')) return null;
        const act = newest && `${newest.owner} ${newest.since}`;
        return aboutBinding(data, { holdOwner: newest?.owner, cause: newest?.reason, act });
      },
    },
  },
} as const satisfies AlertKind;
