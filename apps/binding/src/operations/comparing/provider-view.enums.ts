import { enumOf } from '@bindery/subgraph';
import { credentialStatuses } from '../../providers';

export const CredentialStatusEnum = enumOf(
  'CredentialStatus',
  'How a card stands at its provider.',
  credentialStatuses,
  {
    ACTIVE: 'It can be used there.',
    SUSPENDED: 'It is there and blocked.',
    ABSENT: 'The provider does not know it, or not any more.',
  },
);
