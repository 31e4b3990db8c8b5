import type { en } from './activation.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  CODE_WRONG: '验证码不正确。',
  CODE_EXPIRED: '验证码已过期。',
  TOO_MANY_TRIES: '该机构不再接受尝试。',
  INVITATION_MISSING: '没有发给您的有效邀请。请向场所管理员索取。',
  SIGNATURE_INVALID: '签名与这段文字或这个地址不符。',
  SIGNATURE_FORMAT: '这不是该链的签名格式，请完整复制。',
  SIGNATURE_MALLEABLE: '该签名不是唯一可接受的写法，请在钱包中重新签名。',
  KEY_WEAK: '任何人都能用这把密钥签名，因此无法证明归属，请换一个地址。',
  CONTRACT_ACCOUNT: '该地址由合约或多把密钥签名，只有链上节点才能核实，请使用有独立私钥的地址。',
  OTHER_ADDRESS: '签名来自另一个地址，请在钱包中选择此卡的地址后重新签名。',
  OTHER_CHAIN: '这是为另一条链签的名，请在钱包中选择此卡所在的链后重新签名。',
  OTHER_DOMAIN: '这是为其他网站签的名。请只签署写有本网站名称的文字，其他网站可能在冒充。',
  MESSAGE_ALTERED: '签名的内容与要求的文字不一致，请原样签名。',
  MESSAGE_USED: '该签名已经使用过，请对当前显示的文字签名。',
  MESSAGE_EXPIRED: '签署这段文字的时间已过，请对当前显示的文字签名，或重新开始。',
  MEANING:
    '签名用于证明此地址归您所有，以便作为卡片保存在您的钱包应用中。仅在您刚刚于该应用中发起时签署。签名不会转移资产，不收取费用，也不授权任何人支出。',
  REFUSED: '该机构不接受此内容。',
  NOTHING_TO_ANSWER: '该机构并未等待这样的回答。',
};
