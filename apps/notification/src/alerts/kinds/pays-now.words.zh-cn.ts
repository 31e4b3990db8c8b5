/** What pays by default since something happened to a card: a part of messages. */
export const paysNow =
  '{paysNow, select, THIS_CARD {该卡为默认付款卡片。} ANOTHER_CARD {默认付款卡片已改为您的另一张卡片。} NO_CARD {目前没有默认付款卡片。} other {}}';
