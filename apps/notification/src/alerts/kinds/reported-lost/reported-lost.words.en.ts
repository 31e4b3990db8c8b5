export const en = {
  name: 'Reported lost',
  title: '{lost, select, DEVICE {Your device is reported lost} other {Your card is reported lost}}',
  body: 'On {at, date, moment} {lost, select, DEVICE {one of your devices} other {one of your cards}} was reported lost. {held, plural, =0 {Nothing is bound on it.} one {One card cannot be used until you say that it is found.} other {# cards cannot be used until you say that it is found.}} {collecting, plural, =0 {} other {A report does not stop what a provider collects by an agreement that you signed there: take the card off in the app to end it. }}Not you? Look at your devices in the app.',
};
