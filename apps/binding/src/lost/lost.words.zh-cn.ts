import type { en } from './lost.words.en';

export const zhCn: Record<keyof typeof en, string> = {
  HELD: '已停用，解除挂失后才能使用。',
  'HELD.collects': '已在本平台停用，解除挂失后才能使用。{provider}仍可能按您在其处签署的协议扣款，解绑此卡方可终止。',
  CANCELLED: '此卡尚未绑定，已取消。',
  NOT_ON: '此卡已解绑。',
  NOT_REPORTED_LOST: '该卡片或设备没有挂失。',
};
