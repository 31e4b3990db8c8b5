/** What can be done meanwhile, by what is looked into. */
const meanwhile = `{cause, select,
  DIVERGED { The card stays blocked until then; your other cards can be used.}
  OVERDUE { We go on asking {provider}. The app shows how the card stands and what can be done with it.}
  REFUSED { The card is blocked here. You can ask {provider} to block it there too.}
  REVOCATION { Online checks refuse the card. Tell whoever runs the doors if one still opens to it.}
  DISPUTE_OVERDUE { Your dispute stays open, and nothing is decided against you for that.}
  OBLIGATION_OVERDUE { We go on asking {provider}. Look at your statement before you pay or order anything twice.}
  MANDATE_LEFT { You can give the merchant your new card yourself.}
  CHARGED_AFTER_UNBIND { The app shows the charge and what you can do about it.}
  OPENED_AFTER_UNBIND { Tell whoever runs the doors if one still opens to it.}
  USED_WHILE_HELD { The app shows the use, what ends it, and what you can do about it.}
  COLLECTED_WITHOUT_CONSENT { The app shows the charge and what you can do about it.}
  LENDER_OVERDUE { We go on asking {provider}; nothing is sent twice. You can ask {provider} too.}
  LENDER_REFUSED { Here it stands as you wanted it. You can complain to {provider} too.}
  other { The app shows what you can do meanwhile.}}`;

export const en = {
  name: 'We are late',
  title: 'We are late about your {provider} card',
  body: `We have not answered what we look into about your {provider} card{timed, select, yes { by {promised, date, moment}, as we had told you} other {}}, and are sorry. It stays open{timed, select, yes {, and we answer by {until, date, moment}} other {}}.${meanwhile}`,
};
