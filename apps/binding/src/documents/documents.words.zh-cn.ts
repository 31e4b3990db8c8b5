import type { en } from './documents.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  document: '{type, select, MAINLAND_ID {居民身份证} PASSPORT {护照} other {证件}}',
  NOTHING_TO_RENEW: '此卡登记的证件尚未临近到期：到期前 60 天起可以更新。',
};
