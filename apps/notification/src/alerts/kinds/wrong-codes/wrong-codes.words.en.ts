export const en = {
  name: 'Too many wrong codes',
  title: 'Too many wrong codes',
  body: 'Wrong codes were entered too often on {at, date, moment}{challenged, select, BIND {, to bind a card} UNBIND {, to take a card off} RESTORE {, to restore a card} other {}}. Nothing was done. Not you? Look at your devices in the app.',
};
