import { enumOf } from '@bindery/subgraph';
import { unbindReasons } from './unbind-reason.rules';

export const UnbindReasonEnum = enumOf(
  'UnbindReason',
  'Why a holder takes a card off (requirement 2).',
  unbindReasons,
  {
    DEVICE_CHANGE: 'The device changes.',
    SECURITY_RISK: 'Something is not safe.',
    CARD_REPLACED: 'The card was replaced, e.g. after a change of job or home.',
    NO_LONGER_USED: 'It is not used any more.',
    PRIVACY: 'For privacy.',
    WALLET_CHANGE: 'The wallet app or payment method changes.',
    ACCOUNT_COMPROMISED: 'Somebody else got into the account.',
    OTHER: 'Another reason.',
  },
);
