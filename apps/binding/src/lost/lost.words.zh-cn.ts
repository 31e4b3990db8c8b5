import type { en } from './lost.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  NOT_REPORTED_LOST: '该卡片或设备没有挂失。',
};
