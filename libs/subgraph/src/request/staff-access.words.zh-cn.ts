import type { english } from './staff-access.words.en';

export const chinese: typeof english = {
  staffOnly: '此功能仅供内部工作人员使用，您没有所需的角色。',
};
