import { registerEnumType } from 'type-graphql';
import { accountStandings } from './account.rules';
import { contactChannels } from './contact-point.rules';
import { devicePlatforms } from '../devices/device.rules';
import { passwordWeaknesses, proofRejections } from '../passwords/password.errors';
import { assuranceLevels } from '../sessions/session.rules';

type EnumOf<Value extends string> = { readonly [V in Value]: V };

/** A GraphQL enum out of a domain list; each value needs its description. */
function enumOf<Value extends string>(
  name: string,
  description: string,
  values: readonly Value[],
  descriptions: Record<Value, string>,
): EnumOf<Value> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as EnumOf<Value>;
  const valuesConfig = Object.fromEntries(
    values.map((value) => [value, { description: descriptions[value] }]),
  ) as Record<Value, { description: string }>;
  registerEnumType(members, { name, description, valuesConfig });
  return members;
}

export const AccountStandingEnum = enumOf('AccountStanding', 'Whether the holder can log in.', accountStandings, {
  GOOD: 'The password logs in.',
  LOCKED:
    'Too many wrong passwords: resetting the password, with a code, opens it again. Sessions that are open stay open.',
  CLOSED: 'Closed for good.',
});

export const AssuranceLevelEnum = enumOf(
  'AssuranceLevel',
  'How surely the holder was recognised, after NIST SP 800-63B-4.',
  assuranceLevels,
  {
    AAL1: 'One factor: the password.',
    AAL2: 'Two factors.',
  },
);

export const ContactChannelEnum = enumOf('ContactChannel', 'How a contact point is reached.', contactChannels, {
  SMS: 'Text message to a phone.',
  EMAIL: 'Mail.',
});

export const DevicePlatformEnum = enumOf('DevicePlatform', 'What a device runs.', devicePlatforms, {
  IOS: 'iPhone or iPad.',
  ANDROID: 'Android.',
  HARMONY: 'HarmonyOS.',
  WEB: 'A browser.',
  MACOS: 'macOS.',
  WINDOWS: 'Windows.',
  LINUX: 'Linux.',
  OTHER: 'Anything else.',
});

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

export const IdentityProofRejectionEnum = enumOf(
  'IdentityProofRejection',
  'Why a proof does not allow what was asked.',
  proofRejections,
  {
    PROOF_MALFORMED: 'Not a proof that we gave.',
    PROOF_EXPIRED: 'Older than five minutes.',
    PROOF_FOR_OTHER_ACTION: 'Given for something else, e.g. for BIND instead of REGISTER.',
    PROOF_FOR_OTHER_SUBJECT: 'Given for another phone.',
    PROOF_FOR_OTHER_PLAN: 'Given for a plan; nothing here has one.',
    PROOF_FOR_OTHER_ACCOUNT: 'Given to somebody who was signed in.',
    PROOF_ALREADY_USED: 'Used before; each proof allows one thing once.',
  },
);
