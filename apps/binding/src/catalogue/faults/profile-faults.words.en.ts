import type { ProfileRule } from './profile-faults.rules';

/** What is wrong with a field of a profile. Also the words by which a service says why it does not start. */
export const en: Record<ProfileRule, string> = {
  MISSING: 'is missing',
  TYPE: 'is not of the type that is wanted here',
  FIELD_UNKNOWN: 'there is no such field',
  CHOICE: 'is none of those that there are',
  FORMAT: 'is not in the form that is wanted',
  CHARACTERS: 'has characters that cannot be seen or kept',
  TOO_SMALL: 'is too small: at least {limit, number}',
  TOO_LARGE: 'is too large: at most {limit, number}',
  PROVIDER_CODE: 'is not in kebab-case',
  CURRENCY: 'is an ISO 4217 code',
  FACTOR: 'is a factor that verification offers, e.g. SMS_CODE',
  DOCUMENTS: 'is left out, or there is a review: somebody has to look at documents',
  REVIEW: 'is not asked for: only a bind is reviewed, by what is shown with it',
  PURPOSES: 'names a purpose that the provider does not ask for under purposes',
  LENDING: 'is asked for, and loans are opened, by lenders of the generic style only',
  RESTORE_WINDOW: 'is null for REBIND_ONLY and a number of days for the other strategies',
  SUSPEND_OWNERS: 'is empty for NONE: what is never suspended nobody suspends',
  REPEATED: 'names something twice',
  DURATION: 'is more than thirty days',
  DEVICE_LIMIT: 'is no more than perAccount: the devices of an account are in it',
  OBLIGATION_ACTS: 'names only what the connector of its style can ask for',
  PLACEHOLDER: 'a text says what the entry has not',
  FIXED: 'cannot be changed while the service runs: connections are made of it at the start',
  WORDS_OF_TERMS:
    'has been given with other words: changed words, or a changed fee or window that they tell, get a new version',
};
