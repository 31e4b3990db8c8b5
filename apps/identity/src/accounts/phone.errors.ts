export interface PhoneInvalid {
  readonly kind: 'PHONE_INVALID';
}

/** A number, but none that codes and alerts are sent to. */
export interface MobileNumberNeeded {
  readonly kind: 'MOBILE_NUMBER_NEEDED';
}
