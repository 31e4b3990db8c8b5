export interface PhoneInvalid {
  readonly kind: 'PHONE_INVALID';
}
