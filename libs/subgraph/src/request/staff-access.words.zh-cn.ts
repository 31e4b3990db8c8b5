import type { english } from './staff-access.words.en';

export const chinese: typeof english = {
  NO_STAFF: '此功能仅供内部工作人员使用。',
  OTHER_ROLE: '此功能需要其他角色，您没有该角色。',
};
