export const en = {
  name: 'Emergency',
  title: 'Your account is being secured',
  body: 'On {at, date, moment} you said that somebody else has your account{lost, select, DEVICE { or device. All cards on that device are held} other {}}. All your other sessions were ended. Go through the list in the app. Not you? Reset your password.',
};
