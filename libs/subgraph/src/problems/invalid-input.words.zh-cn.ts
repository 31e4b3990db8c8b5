import type { labelsEn, rulesEn } from './invalid-input.words.en';

export const rulesZhCn: Record<keyof typeof rulesEn, string> = {
  REQUIRED: '{label}：请填写。',
  TOO_SHORT: '{label}：至少 {limit, number} 个字符。',
  TOO_LONG: '{label}：最多 {limit, number} 个字符。',
  TOO_MANY: '{label}：每次 1 到 {limit, number} 个。',
  CHARACTERS: '{label}：含有不能使用的字符。',
  FORMAT: '{label}：格式不对，请核对。',
  UNKNOWN: '{label}：没有这一项。',
  NOT_WANTED: '{label}：此处不应填写。',
};

export const labelsZhCn: Record<keyof typeof labelsEn, string> = {
  card: '卡片',
  challengeId: '已发送的验证码',
  clientApp: '应用（请求头 apollographql-client-name）',
  code: '验证码',
  displayName: '称呼',
  holderName: '卡面姓名',
  idempotencyKey: '应用的请求',
  ids: '消息',
  installationId: '应用的安装',
  locale: '语言',
  memberNumber: '成员编号',
  name: '设备名称',
  newPassword: '新密码',
  number: '卡号',
  password: '密码',
  phone: '手机号',
  planDigest: '已展示的解绑说明',
  preferences: '设置',
  site: '场所',
  subjectId: '要确认的事项',
  text: '已展示的条款',
  title: '标题',
  version: '条款版本',
};

export const anyLabelZhCn = '填写的内容';
