export const en = {
  title: 'Your {provider} card stays where it is',
  body: 'The time to enter your {provider} card on the new device was over on {at, date, moment}. It was not moved and stays bound where it is. To move it, begin the move again in the app.',
};
