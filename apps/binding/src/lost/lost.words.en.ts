export const en = {
  HELD: 'Blocked from this moment until you say that it is found.',
  'HELD.collects':
    'Blocked here until you say that it is found. {provider} may still collect by the agreement that you signed there: take the card off to end it.',
  CANCELLED: 'It was not bound yet, and was given up.',
  NOT_ON: 'It is off already.',
  NOT_REPORTED_LOST: 'This is not reported lost.',
} as const;
