/** The account got as many new devices today as it may. One that it has logs in as always. */
export interface TooManyDevices {
  readonly kind: 'TOO_MANY_DEVICES';
  readonly retryAt: Date;
}
