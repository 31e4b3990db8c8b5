export const en = {
  DIVERGED: 'The provider sees this card otherwise than we do. It stays blocked until that is cleared up.',
  OVERDUE: 'The provider has not answered in time. We keep asking and look into it.',
  REFUSED: 'The provider would not block this card. It is blocked here, and we look into it.',
  DISPUTE_OVERDUE: 'Your dispute was not decided in time. It stays open, and we look into it first.',
  OBLIGATION_OVERDUE:
    'The provider has not said in time that a recurring payment, a pending payment, a balance or a loan of this card has ended. We keep asking and look into it.',
  MANDATE_LEFT:
    'A recurring payment of your replaced card did not go over to this one. Give the merchant the new card; we look into it.',
  CHARGED_AFTER_UNBIND: 'This card was charged after it was taken off. We look into it.',
  OPENED_AFTER_UNBIND: 'A door opened to this card after it was taken off. We look into it.',
  USED_WHILE_HELD: 'This card was used while it was blocked. We look into it.',
  COLLECTED_WITHOUT_CONSENT: 'The lender collected although you have not allowed it to. We look into it.',
  LENDER_OVERDUE: 'The lender has not answered in time. Nothing is sent to it twice; we keep asking and look into it.',
  LENDER_REFUSED: 'The lender has not done what you are entitled to. It stands as done here, and we look into it.',
  REVOCATION:
    'A reader has not confirmed by its worst case that this card is off. Online checks refuse the card; we look into that reader.',
  LATE: 'We are later than we said; it stays open.',
  OWN_ACCOUNT: 'This is about your own card. Somebody else closes it.',
  ENDS_BY_ITSELF:
    'This case ends when what it is about has ended. It is not closed before; its next steps say what can be done.',
  CLOSED_BEFORE: 'This case is closed already.',
} as const;
