import type { en } from './replace.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  NOT_REPLACEABLE: '这类（{kind}）没有实体卡，不办理换卡。请联系该机构处理，或解绑后重新绑定。',
  REPLACEMENT_UNDER_WAY: '已有另一张卡正在替换或已替换此卡。',
};
