import { enumOf } from '@bindery/subgraph';
import { passwordWeaknesses } from './password.errors';

export const PasswordWeaknessEnum = enumOf(
  'PasswordWeakness',
  'Why a password is too easy to guess.',
  passwordWeaknesses,
  {
    TOO_SHORT: 'Shorter than minimumLength.',
    COMMON: 'Made of words and key rows that most leaked passwords are made of.',
    PREDICTABLE: 'One piece repeated, or characters in a row, e.g. abcdefghijklmno.',
    PERSONAL: 'Made of the name or the phone number of its owner.',
  },
);
