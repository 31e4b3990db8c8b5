export const en = {
  DOOR_OPENED: 'Opened {place}',
  PAYMENT: 'Paid {amount} at {place}',
  REFUSED: 'Refused at {place}',
  AFTER_UNBIND: '{what}, although the card was off',
  WHILE_HELD: '{what}, although the card was blocked',
  WITHOUT_CONSENT: '{what}, without your consent to collect',
  READER_NOT_TOLD: '{what}, whose reader had not heard yet that the card is off',
} as const;
