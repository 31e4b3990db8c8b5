import type { en } from './provider-profiles.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PROFILE_INVALID: '{fields}{more, plural, =0 {} other {等另外 # 个字段}}不正确，未做任何更改。',
  PROFILE_MOVED: '当前生效的已是第 {version, number} 版，请查看后在该版本上更改。',
  PROFILE_UNCHANGED: '内容与当前生效的一致。',
  PROPOSAL_OWN: '这是您本人提出的更改，须由另一位运营人员同意。',
  PROPOSAL_DECIDED: '{state, select, APPROVED {另一位运营人员已同意。} other {该更改已被否决。}}',
  PROPOSAL_LAPSED: '十四天内无人同意此更改，已失效。请查看当前生效的内容后重新提出。',
  MORE: '比之前放行更多',
  LONGER: '比之前更长，或不再有期限',
  FEWER: '比之前要求更少',
  WEAKER: '保护比之前更弱',
  UNREADABLE: '此处无法读取当前生效的内容，此更改可能使其放宽。',
};
