export const en = {
  LOG_IN_FAILED: 'Phone or password is not right. If you are sure of both, reset the password.',
};
