export const en = {
  MOVES: 'Goes along by itself.',
  NEEDS_STEP: 'Goes along; the provider may ask you for one more step.',
  REVIEWED:
    'Goes along once people have looked at it: they decide within {days, plural, one {# day} other {# days}} of the move. Until then it stays as it is. Its provider may ask you for one more step.',
  'REVIEWED.entered': 'People look at it then, and decide within {days, plural, one {# day} other {# days}}.',
  'fate.GOES_ALONG': '{what}: goes along to the new device.',
  'fate.KEEPS_OLD':
    '{what}: keeps the old one at its provider until it is settled. It cannot be used there meanwhile. Settle it before the move, or on the old one afterwards.',
  'fate.STAYS': '{what}: stays with its provider.',
  'fate.ENDS': '{what}: ends with the old one. Give it the card anew, or cancel it.',
  UNDER_WAY: 'Stays: something is under way with it. Try again when that is done.',
  HELD: 'Stays: it is held. Move it once it can be used again.',
  EXPIRED: 'Stays: it has expired. Replace it instead.',
  ALREADY_THERE: 'It is on this device already.',
  LOAN_RUNNING: 'Stays: a loan of it is not paid back, and its lender does not let the loan go along.',
  YEARLY_LIMIT: 'Stays: its provider allows no more moves this year.',
  DEVICE_LIMIT: 'Stays: its provider allows no more cards on this device.',
  DEVICE_NOT_TAKEN:
    'Stays: cards of its provider cannot be on a device like this one. Move it from a device that can have it.',
  CARD_NOT_KEPT:
    'Goes along once you enter it on this device and confirm it: its provider wants the card itself again. Until then it stays.',
  TERMS_CHANGED:
    'Goes along once you enter it on this device, agree to the terms of today and confirm it. Until then it stays.',
  MOVE_PLAN_STALE: 'Something has changed since the plan was shown. Please read the new one.',
  NOTHING_MOVES: 'None of these cards can be moved now.',
} as const;
