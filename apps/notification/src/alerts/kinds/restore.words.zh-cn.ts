/** Whether a card that was taken off can come back: a part of messages. */
export const restore =
  '{restorable, select, yes {{restorableUntil, date, moment} 之前可在应用中恢复。} other {此次解绑不能恢复，但可以重新绑定。}}';
