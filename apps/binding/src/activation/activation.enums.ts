import { enumOf } from '@bindery/subgraph';
import { activationStepKinds } from '../providers';
import { activationRejections } from './activation.errors';

export const ActivationStepKindEnum = enumOf(
  'ActivationStepKind',
  'What the holder does before the provider confirms.',
  activationStepKinds,
  {
    AT_PROVIDER: 'In the provider’s own app or at its counter.',
    OPEN_LINK: 'Open `url`, a page of the provider.',
    ENTER_CODE: 'Enter the code that the provider sent; answerActivation takes it.',
    SIGN_MESSAGE: 'Sign `message` with the key of the address; answerActivation takes the signature.',
  },
);

export const ActivationRejectionEnum = enumOf(
  'ActivationRejection',
  'Why an answer is not taken.',
  activationRejections,
  {
    CODE_WRONG: 'The code is not the one that was sent.',
    CODE_EXPIRED: 'The code is too old.',
    TOO_MANY_TRIES: 'Nothing more can be tried.',
    INVITATION_MISSING: 'The site has invited nobody by this number, or the invitation was used.',
    SIGNATURE_INVALID: 'The signature is not of this message and this address.',
    SIGNATURE_FORMAT: 'It is not written as the scheme of the step writes signatures.',
    SIGNATURE_MALLEABLE: 'It is written in a second way, which anybody could have made of another.',
    KEY_WEAK: 'The key is one for which anybody can sign.',
    CONTRACT_ACCOUNT: 'A contract or several people sign for the address, which only a node of the chain could check.',
    OTHER_ADDRESS: 'Another address has signed.',
    OTHER_CHAIN: 'It was signed for another chain.',
    OTHER_DOMAIN: 'It was signed for another site.',
    MESSAGE_ALTERED: 'What was signed is not what was asked for, to the character.',
    MESSAGE_USED: 'What was signed has proved something before.',
    MESSAGE_EXPIRED: 'Its time is over; Binding.activation has the next one, where there is one.',
    REFUSED: 'The provider says no and not why.',
  },
);
