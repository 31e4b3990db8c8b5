import type { en } from './proof.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PROOF_REJECTED: '手机验证已失效，请重新验证。',
};
