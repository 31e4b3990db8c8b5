/** What happened. */
const what = `{matter, select,
  USED_WHILE_HELD {On {at, date, moment} your {provider} card was {use, select, DOOR_OPENED {used to open a door} other {charged}}, although it is blocked here.}
  COLLECTED_WITHOUT_CONSENT {On {at, date, moment} {provider} collected from you, although you do not allow it to.}
  OPENED_AFTER_UNBIND {On {at, date, moment} a door opened to your {provider} card, after the time until which it might have.}
  other {On {at, date, moment} your {provider} card was used otherwise than we had told you.}}`;

export const en = {
  name: 'Used although it should not have been',
  title: `{matter, select,
  USED_WHILE_HELD {Your {provider} card was used although it is blocked}
  COLLECTED_WITHOUT_CONSENT {{provider} collected without your consent}
  OPENED_AFTER_UNBIND {A door opened to your {provider} card although it is off}
  other {Your {provider} card was used although it should not have been}}`,
  body: `${what}{stops, select, yes { {provider} may go on until you take the card off: that ends the agreement.} other {}} We look into it. The app shows the use; if it was not yours, say so there by one tap.`,
};
