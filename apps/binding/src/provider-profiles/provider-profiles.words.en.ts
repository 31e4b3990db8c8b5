export const en = {
  PROFILE_INVALID: 'Not right: {fields}{more, plural, =0 {} other { and # more}}. Nothing was changed.',
  PROFILE_MOVED: 'Version {version, number} is in force by now. Look at it, and change that one.',
  PROFILE_UNCHANGED: 'This is what is in force already.',
  PROPOSAL_OWN: 'You proposed this yourself. Another operator has to agree.',
  PROPOSAL_DECIDED: '{state, select, APPROVED {Another operator has agreed already.} other {It was declined already.}}',
  PROPOSAL_LAPSED: 'Nobody agreed with this within fourteen days. Look at what is in force, and propose it anew.',
  MORE: 'lets in more than before',
  LONGER: 'is longer than before, or has no end any more',
  FEWER: 'asks for less than before',
  WEAKER: 'protects less than before',
  UNREADABLE: 'What is in force cannot be read here, so that this may loosen it.',
} as const;
