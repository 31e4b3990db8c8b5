export const en = {
  name: 'Document expires soon',
  title:
    'Your {document, select, MAINLAND_ID {identity card} PASSPORT {passport} other {document}} for {provider} expires soon',
  body: '{hasLastDay, select, yes {The {document, select, MAINLAND_ID {identity card} PASSPORT {passport} other {document}} that you are known by at {provider} is good until {lastDay, date, wholeDay}.} other {A document that you are known by at {provider} expires soon.}}{hasGrace, select, yes { Your account there stays usable until the end of {worksUntil, date, wholeDay}; after that it is held.} other { After that your account there is held.}} Renew the document and state it in the app.',
};
