export const zhCn = {
  PASSWORD_WRONG: '当前密码不正确。请检查，或退出登录后用验证码重置密码。',
};
