/** A pass as a phone has it. */
export interface WalletPass {
  readonly serialNumber: string;
  readonly passTypeIdentifier: string;
  readonly webServiceUrl: string;
  readonly authenticationToken: string;
  /** As the server said it last. */
  readonly lastModified: string;
  readonly voided: boolean;
  /** What its code says; null where it shows none. */
  readonly barcode: string | null;
  /** Label and value of every field, as a person reads them, by language. */
  readonly shown: Readonly<Record<'zh-CN' | 'en', readonly { readonly label: string; readonly value: string }[]>>;
}

/** A phone with its wallet. */
export interface Phone {
  readonly name: string;
  readonly deviceLibraryId: string;
  readonly pushToken: string;
  /** The last update tag by pass type. */
  readonly lastUpdated: Readonly<Record<string, string>>;
  readonly passes: readonly WalletPass[];
  /** When it was erased: it has told nobody. */
  readonly erasedAt?: string;
}
