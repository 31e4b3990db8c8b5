import type { en } from './provider-profiles.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PROFILE_INVALID: '有 {count, number} 个字段不正确，未做任何更改。',
  PROFILE_MOVED: '当前生效的已是第 {version, number} 版，请查看后在该版本上更改。',
  PROFILE_UNCHANGED: '内容与当前生效的一致。',
};
