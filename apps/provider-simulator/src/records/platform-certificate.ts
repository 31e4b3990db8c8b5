/** A certificate that a company signs with, and its key. */
export interface PlatformCertificate {
  /** In upper-case hex. */
  readonly serial: string;
  readonly pem: string;
  readonly privateKey: string;
  readonly from: string;
  readonly until: string;
}
