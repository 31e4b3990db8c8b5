export interface Person {
  /** E.164 */
  readonly phone: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: 'zh-CN' | 'en';
}

interface TextMessage {
  readonly id: string;
}

/** Where a person reads the codes that are sent to them: on a phone, or in the simulated world. */
export interface TextMessages {
  /** Messages to a phone number, newest first. */
  messages(to: string): Promise<readonly TextMessage[]>;
  /** The code in the newest message to `phone` that is not among `seen`, once it has come. */
  nextCode(phone: string, seen: readonly TextMessage[]): Promise<string>;
}
