export const en = {
  name: 'Provider does not answer',
  title: '{provider} does not answer',
  body: '{provider} has not answered in time{asked, select, BIND {: your card is not bound yet} UNBIND {: your card is still being taken off and cannot be used} RESTORE {: your card is not restored yet} SUSPEND {; your card is suspended here all the same} RESUME {: your card stays suspended} other {}}. We keep asking, look into it and tell you how it ends.',
};
