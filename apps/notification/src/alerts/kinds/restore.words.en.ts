/** Whether a card that was taken off can come back: a part of messages. */
export const restore =
  '{restorable, select, yes {You can restore it in the app until the end of {restorableDay, date, wholeDay}.} other {It cannot be restored, but you can bind it again.}}';
