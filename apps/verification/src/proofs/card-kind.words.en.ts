/** The card, by its kind; a kind that is new here is a card too. */
export const en =
  '{kind, select, BANK_CARD {the bank card} ACCESS_CARD {the access card} WALLET {the wallet} other {the card}}';
