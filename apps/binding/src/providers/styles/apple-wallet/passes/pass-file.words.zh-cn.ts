import type { PassText } from './pass-content.rules';

export const zhCn: Record<PassText, string> = {
  description: '会员卡',
  holder: '会员',
  number: '卡号',
  standing: '状态',
  VALID: '有效',
  SUSPENDED: '已暂停',
  VOIDED: '已失效',
  why: '说明',
  whyVALID: '请在门口或柜台出示二维码。除发卡方外，该码不透露您的任何信息。',
  whySUSPENDED: '此卡已暂停使用，因此不显示二维码。请在卡包应用中查看由谁暂停、如何恢复使用。',
  whyVOIDED: '此卡已解绑，不再有效。您可以从手机中移除它；如需使用，可在卡包应用中重新领取。',
};
