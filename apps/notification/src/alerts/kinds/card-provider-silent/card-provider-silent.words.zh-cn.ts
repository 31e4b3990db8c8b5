import type { en } from './card-provider-silent.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  name: '服务机构未答复',
  title: '{provider}尚未答复',
  body: '{provider}未按时答复{asked, select, BIND {，您的卡片尚未绑定} UNBIND {，您的卡片仍在解绑中，不能使用} RESTORE {，您的卡片尚未恢复} SUSPEND {，您的卡片在本平台已经停用} RESUME {，您的卡片仍为停用} other {}}。我们会继续询问并跟进，有结果即告知您。',
};
