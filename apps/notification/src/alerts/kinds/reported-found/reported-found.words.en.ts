export const en = {
  name: 'Found again',
  title: '{lost, select, DEVICE {Your device is found} other {Your card is found}}',
  body: 'On {at, date, moment} the report was taken back that {lost, select, DEVICE {one of your devices} other {one of your cards}} is lost; what was held for it can be used again. Not you? Report it lost again and reset your password.',
};
