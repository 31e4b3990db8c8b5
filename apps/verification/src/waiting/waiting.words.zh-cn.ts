import type { en } from './waiting.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  VERIFYING: '确认绑定{kind}',
  AWAITING_ACTIVATION: '向发卡或服务机构激活{kind}',
  'VERIFYING.REPLACEMENT': '确认用新的{kind}替换旧卡',
  'VERIFYING.MOVE': '确认把{kind}移到新设备',
  'AWAITING_ACTIVATION.REPLACEMENT': '激活新的{kind}，在此之前旧卡保留',
  'AWAITING_ACTIVATION.MOVE': '在新设备上激活{kind}，在此之前旧设备上的卡保留',
  CARD: '在新设备上填写{kind}信息以完成转移，在此之前旧设备上的卡保留',
  DOCUMENT: '填报用于{kind}的证件',
  REVIEW: '审核人员正在查看{kind}',
  DISPUTE: '我们正在核查您的申诉',
  'DISPUTE.late': '您的申诉处理已超时，工作人员已收到提醒，一定会有结论',
  WAS_THIS_YOU: '您的{kind}已在别处被移除：请确认是否为您所为',
  RESTORE: '您的申诉成立：请验证身份，卡片即可恢复',
};
