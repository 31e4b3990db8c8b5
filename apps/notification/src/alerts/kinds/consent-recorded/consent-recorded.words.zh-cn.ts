import type { en } from './consent-recorded.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '授权记录',
  title: '已向{provider}授权',
  body: '您于 {at, date, moment} 同意了{provider}的条款(版本 {version})。可在应用中查看授权记录。如非本人操作,请联系客服。',
};
