/** Whether a card that was taken off can come back: a part of messages. */
export const restore =
  '{restorable, select, yes {You can restore it in the app until {restorableUntil, date, moment}.} other {It cannot be restored, but you can bind it again.}}';
