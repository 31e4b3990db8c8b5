import type { en } from './move.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  MOVES: '自动转移。',
  NEEDS_STEP: '可以转移，发卡机构可能需要您再完成一步。',
  REVIEWED:
    '经人工审核后转移：自申请转移起 {days} 天内答复，在此之前仍按原状保留在旧设备上。发卡机构可能需要您再完成一步。',
  'REVIEWED.entered': '届时需人工审核，{days} 天内答复。',
  'fate.GOES_ALONG': '{what}：随卡转移到新设备。',
  'fate.KEEPS_OLD': '{what}：结清之前旧卡仍保留在发卡机构，其间不能使用。请在转移前结清，或转移后在旧卡上办理。',
  'fate.STAYS': '{what}：仍留在发卡机构。',
  'fate.ENDS': '{what}：随旧卡终止。请重新签约，或予以取消。',
  UNDER_WAY: '不转移：该卡有正在进行的操作，完成后可再试。',
  HELD: '不转移：该卡已停用，恢复使用后可转移。',
  EXPIRED: '不转移：该卡已过期，请换卡。',
  ALREADY_THERE: '该卡已绑定在这台设备上。',
  LOAN_RUNNING: '不转移：该账户有未结清的借款，出借机构不支持借款随账户转移。',
  YEARLY_LIMIT: '不转移：发卡机构今年允许的转移次数已用完。',
  DEVICE_LIMIT: '不转移：发卡机构不允许在这台设备上绑定更多卡。',
  DEVICE_NOT_TAKEN: '不转移：该机构的卡不能绑定在这类设备上，请在支持的设备上转移。',
  CARD_NOT_KEPT: '在这台设备上重新填写并确认后转移：发卡机构要求重新提供卡片信息。在此之前仍留在旧设备上。',
  TERMS_CHANGED: '在这台设备上重新填写、同意现行条款并确认后转移。在此之前仍留在旧设备上。',
  MOVE_PLAN_STALE: '转移方案显示后情况有变，请查看新的方案。',
  NOTHING_MOVES: '这些卡片目前都无法转移。',
};
