export const en = {
  name: 'Export ready',
  title: 'Your export is ready',
  body: 'The file that you asked for is ready, with {records, plural, =0 {no records} one {# record} other {# records}}{timed, select, yes {. Fetch it in the app by {until, date, moment}} other {}}. You did not ask for it? End your other sessions in the app and change your password.',
};
