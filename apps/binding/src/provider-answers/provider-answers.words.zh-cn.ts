import type { en } from './provider-answers.words.en';

export const zhCn: Readonly<Record<keyof typeof en, string>> = {
  ASK_AGAIN: '立即再次询问机构，不会重新发送请求。',
  RECORD_ANSWER: '去函或致电，并记录机构的答复。',
  CONFIRM_ANSWER: '阅读同事记录的答复，确认或驳回。',
  CLOSE: '核查后填写原因并关闭。',
  DECIDE_DISPUTE: '对申诉作出决定。',
  OWN_ACCOUNT: '这涉及您本人的卡，须由他人处理。',
  CASE_CLOSED: '此工单已关闭，不再等待答复。',
  NO_ANSWER_AWAITED: '此工单不等待机构答复，核查后填写原因即可关闭。',
  NOT_OPEN: '此工单并不等待该事项的答复，请查看其所列事项。',
  ONLY_THE_PROVIDER: '新卡只能由机构命名。请让机构直接答复，或记录其未绑定，之后可重新绑定。',
  DOES_NOT_FIT: '这不是待答事项的答复，请查看工单所列的可选答复。',
  ANOTHER_WAITS: '该事项已有一条答复待确认，请先确认或驳回。',
  NOTHING_TO_ASK: '尚无请求发往机构，可发送时会立即发送。',
  OWN_STATEMENT: '这是您本人记录的，须由同事确认；您可以驳回。',
  DECIDED_BEFORE: '此答复已被确认或驳回。',
  OVERTAKEN: '所涉事项已有变化，请驳回此答复并重新查看工单。',
};
