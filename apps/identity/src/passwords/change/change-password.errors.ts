/** The password given as today's is not. */
export interface PasswordWrong {
  readonly kind: 'PASSWORD_WRONG';
}
