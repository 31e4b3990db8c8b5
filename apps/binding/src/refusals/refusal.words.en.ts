export const en = {
  BIND: 'The provider refused to bind the card. {cause}',
  ACTIVATE: 'The provider refused to activate the card. {cause}',
  SUSPEND: 'The provider refused to suspend the card; here it stays suspended. {cause}',
  RESUME: 'The provider refused to lift the suspension. {cause}',
  UNBIND: 'The provider refused to take the card off; it is bound as before. {cause}',
  RESTORE: 'The provider refused to restore the card. {cause}',
  RESTORE_LAPSED: 'The card was not restored. {cause}',
} as const;
