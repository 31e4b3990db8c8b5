export const en = {
  name: 'Default card changed',
  title: 'Default card changed',
  body: '{hasDefault, select, yes {{hadDefault, select, yes {Since {at, date, moment} another card is the one that pays by default. The app shows which.} other {You have a card that pays by default since {at, date, moment}. The app shows which.}}} other {Since {at, date, moment} none of your cards can pay. The first that can again will pay by default.}}',
};
