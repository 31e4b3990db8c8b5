export const en = {
  title: '{provider} opened no loan',
  body: '{provider} did not open the loan of {amount} that was asked for. {reason} Nothing is owed.',
};
