export const en = {
  name: 'Recurring payments and balances',
  title: '{done, select, yes {Done by {provider}} other {Refused by {provider}}}',
  body: 'On {at, date, moment}{asked, select, CANCEL_MANDATE { a recurring payment of your {provider} card} MOVE_MANDATE { the move of a recurring payment from your {provider} card to another} SETTLE_PENDING { a pending payment of your {provider} card} WITHDRAW_BALANCE { the payout of the balance of your {provider} card} other { what you asked for about your {provider} card}} {done, select, yes {{asked, select, CANCEL_MANDATE {was cancelled} SETTLE_PENDING {was paid} other {was done}}} other {was refused, and nothing was done}}. The app says more. Not you? Look at your devices in the app.',
};
