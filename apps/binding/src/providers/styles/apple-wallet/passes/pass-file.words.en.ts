import type { PassText } from './pass-content.rules';

/** What stands on a pass. */
export const en: Record<PassText, string> = {
  description: 'Membership pass',
  holder: 'Member',
  number: 'Number',
  standing: 'Status',
  VALID: 'Valid',
  SUSPENDED: 'Paused',
  VOIDED: 'No longer valid',
  why: 'What this means',
  whyVALID: 'Show the code at the door or the desk. It says nothing about you to anybody but its issuer.',
  whySUSPENDED:
    'This pass is paused, so it shows no code. Your wallet app says who paused it and how it can be used again.',
  whyVOIDED:
    'This pass was taken off and stays invalid. You can remove it from this phone; your wallet app can issue a new one.',
};
