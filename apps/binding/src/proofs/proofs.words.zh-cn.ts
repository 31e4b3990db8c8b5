import type { en } from './proofs.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  PROOF_MALFORMED: '无法识别该验证结果，请重新验证身份。',
  PROOF_EXPIRED: '验证已超过 {minutes} 分钟，请重新验证身份。',
  PROOF_FOR_OTHER_ACTION: '该验证用于其他操作。',
  PROOF_FOR_OTHER_SUBJECT: '该验证用于另一张卡。',
  PROOF_FOR_OTHER_PLAN: '该验证用于另一份解绑说明。',
  PROOF_FOR_OTHER_ACCOUNT: '该验证不是由您本人完成的。',
  PROOF_BY_OTHER_FACTOR: '该机构要求以其他方式验证，请按其接受的方式重新验证。',
  PROOF_ALREADY_USED: '该验证已使用过，每次验证只能用一次。',
};
