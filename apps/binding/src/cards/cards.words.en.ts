export const en = {
  TRANSITION_REFUSED: 'This cannot be done in the state the card is in now.',
  PROVIDER_UNAVAILABLE: 'The provider does not answer now. Nothing was done; please try again.',
  'hold.SUSPENDED_BY_HOLDER': 'You suspended it.',
  'hold.CARD_REPORTED_LOST': 'You reported this card lost.',
  'hold.DEVICE_REPORTED_LOST': 'You reported the device lost that it is bound on.',
  'hold.NOT_ACTIVATED': 'The provider still waits for your activation.',
  'hold.REVOKED': 'It should never have been bound, and is being taken off.',
  'hold.REVOKED.off': 'It should never have been bound, and was taken off.',
  'hold.ACCOUNT_LOCKED': 'Your account is locked.',
  'hold.BLOCKED_BY_PROVIDER': 'Its provider has blocked it.',
  'hold.SUSPENDED_BY_PROVIDER': '{provider} has suspended it.',
  'hold.SUSPENDED_BY_PROVIDER.door': 'The administrator at {provider} has suspended it.',
  'hold.SECURITY_CHECK':
    'We have stopped it while we check for misuse. Only we can lift this; support can tell you more.',
  'hold.LEGAL_DUTY':
    'A legal duty obliges us to hold it. We may not say more; only we can lift this, once the duty ends.',
  'hold.CARD_EXPIRED': 'The card has expired.',
  'hold.DOCUMENT_EXPIRED': 'Your identity document has expired.',
  'hold.DISPUTE_OPEN': 'It is held while a dispute about it is open.',
  'hold.DISPUTE_OPEN.over': 'It was held for a dispute about it, and is not used any more.',
  'hold.OTHER': 'It is held for a reason that support can tell you.',
  'hold.collects':
    '{hold} {provider} may still collect by the agreement that you signed there: take the card off to end it.',
  'hold.opens': '{hold} A reader that is offline may still open to it.',
} as const;
