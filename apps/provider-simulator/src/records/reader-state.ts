/** Whether a door's reader has a line to its site’s controller: what is not kept is as the catalogue has it. */
export interface ReaderState {
  readonly provider: string;
  readonly online: boolean;
}

/** Which readers have taken a credential off their list, and when (ISO 8601), by reader. */
export interface Propagation {
  readonly provider: string;
  readonly confirmed: Readonly<Record<string, string>>;
}
