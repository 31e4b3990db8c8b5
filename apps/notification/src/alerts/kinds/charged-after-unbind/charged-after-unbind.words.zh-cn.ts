import type { en } from './charged-after-unbind.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '解绑后被扣款',
  title: '您已解绑的{provider}卡片被扣款',
  body: '您的{provider}卡片解绑后，于 {at, date, moment} 仍被扣款。我们正在核查，该笔扣款及可办理的事项详见应用。',
};
