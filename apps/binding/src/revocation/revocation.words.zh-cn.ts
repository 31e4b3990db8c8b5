import type { en } from './revocation.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  CONFIRMED: '{door}已于 {at, date, moment} 确认。',
  PENDING: '{door}尚未确认，最迟 {until, date, moment} 得知。',
  OFFLINE: '{door}离线，在 {until, date, moment} 之前旧卡可能仍能开门。',
  all: '所有读卡器均已确认此卡失效。',
  some: '{count, number} 个读卡器中已有 {confirmed, number} 个确认此卡失效，其余最迟 {until, date, moment} 得知。',
};
