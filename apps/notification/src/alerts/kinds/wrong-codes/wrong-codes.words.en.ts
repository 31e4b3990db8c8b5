export const en = {
  name: 'Too many wrong codes',
  title: 'Too many wrong codes',
  body: 'Wrong codes were entered too often on {at, date, moment}{challenged, select, BIND {, to bind a card} UNBIND {, to take a card off} RESTORE {, to restore a card} FOUND {, to take back a lost report} MOVE {, to move cards to another device} CANCEL_MANDATE {, to cancel a recurring payment} MOVE_MANDATE {, to move a recurring payment} SETTLE_PENDING {, to pay a pending payment} WITHDRAW_BALANCE {, to withdraw a balance} OPEN_LOAN {, to take out a loan} other {}}. Nothing was done. Not you? Look at your devices in the app.',
};
