export interface PhoneTaken {
  readonly kind: 'PHONE_TAKEN';
}
