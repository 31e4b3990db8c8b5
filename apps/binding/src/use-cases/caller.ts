/** The signed-in holder behind a command. */
export interface Caller {
  readonly accountId: string;
  /** The device of the session. */
  readonly deviceId: string;
}
