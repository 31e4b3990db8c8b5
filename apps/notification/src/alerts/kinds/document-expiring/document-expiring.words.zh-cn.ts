import type { en } from './document-expiring.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '证件即将到期',
  title: '您在{provider}登记的{document, select, MAINLAND_ID {身份证} PASSPORT {护照} other {证件}}即将到期',
  body: '{hasLastDay, select, yes {您在{provider}登记的{document, select, MAINLAND_ID {身份证} PASSPORT {护照} other {证件}}有效期至 {lastDay, date, wholeDay}。} other {您在{provider}登记的证件即将到期。}}{hasGrace, select, yes {宽限至 {worksUntil, date, wholeDay}，之后该账户将停用。} other {之后该账户将停用。}}请换领新证件并在应用中更新。',
};
