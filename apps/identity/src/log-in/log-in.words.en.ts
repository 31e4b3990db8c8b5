export const en = {
  LOG_IN_FAILED: 'Phone or password is not right. If you are sure of both, reset the password.',
  SESSION_ENDED: 'This login was done before, and its session has ended. Log in with a new request id.',
};
