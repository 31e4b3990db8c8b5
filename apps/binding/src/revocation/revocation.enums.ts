import { enumOf } from '@bindery/subgraph';
import { readerStates } from './revocation.rules';

export const ReaderRevocationStateEnum = enumOf(
  'ReaderRevocationState',
  'How far a reader is with forgetting a card that was taken off.',
  readerStates,
  {
    CONFIRMED: 'It has forgotten the card.',
    PENDING: 'It has not confirmed yet.',
    OFFLINE: 'It has no line to its site, and forgets the card by itself at the latest at its worst case.',
  },
);
