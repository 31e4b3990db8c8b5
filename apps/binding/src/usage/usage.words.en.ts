export const en = {
  DOOR_OPENED: 'Opened {place}',
  PAYMENT: 'Paid {amount} at {place}',
  REFUSED: 'Refused at {place}',
} as const;
