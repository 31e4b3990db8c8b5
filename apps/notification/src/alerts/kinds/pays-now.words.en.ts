/** What pays by default since something happened to a card: a part of messages. */
export const paysNow =
  '{paysNow, select, THIS_CARD { It pays by default.} ANOTHER_CARD { Another of your cards pays by default now.} NO_CARD { No card of yours pays by default now.} other {}}';
