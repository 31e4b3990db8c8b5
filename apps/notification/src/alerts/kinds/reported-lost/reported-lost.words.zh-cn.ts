import type { en } from './reported-lost.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '挂失',
  title: '{lost, select, DEVICE {您的设备已挂失} other {您的卡片已挂失}}',
  body: '{at, date, moment} 您的{lost, select, DEVICE {一台设备} other {一张卡片}}已挂失。{held, plural, =0 {其上没有绑定的卡片。} other {# 张卡片已停用，解除挂失后才能使用。}}{collecting, plural, =0 {} other {挂失不会终止您与机构签署的协议扣款，请在应用中解绑该卡以终止。}}如非本人操作，请在应用中查看设备。',
};
