import type { Pass } from './pass.rules';

/** Texts of ours that stand on a pass. */
export const passTexts = [
  'description',
  'holder',
  'number',
  'standing',
  'VALID',
  'SUSPENDED',
  'VOIDED',
  'why',
  'whyVALID',
  'whySUSPENDED',
  'whyVOIDED',
] as const;
export type PassText = (typeof passTexts)[number];

/** Names a text in the string tables of a pass; by a beginning that no holder's name has. */
export const textKey = (text: PassText | 'issuer'): string => `text.${text}`;

interface PassField {
  readonly key: string;
  /** Key of a text. */
  readonly label: string;
  readonly value: string;
  /** What a phone says when the value has changed. */
  readonly changeMessage?: string;
}

/** What a pass says at this moment, in the words of Apple’s pass.json. */
export interface PassContent {
  readonly primaryFields: readonly PassField[];
  readonly secondaryFields: readonly PassField[];
  readonly headerFields: readonly PassField[];
  readonly backFields: readonly PassField[];
  readonly voided: boolean;
  /** What the QR code says; null where there is none. */
  readonly barcode: string | null;
}

/** Only a valid pass has a code. A void one does not say any more whose it was. */
export function toPassContent({ standing, holderName, number, credentialReference }: Pass): PassContent {
  return {
    headerFields: [{ key: 'standing', label: textKey('standing'), value: textKey(standing), changeMessage: '%@' }],
    primaryFields: standing === 'VOIDED' ? [] : [{ key: 'holder', label: textKey('holder'), value: holderName }],
    secondaryFields: [{ key: 'number', label: textKey('number'), value: number }],
    backFields: [{ key: 'why', label: textKey('why'), value: textKey(`why${standing}`) }],
    voided: standing === 'VOIDED',
    barcode: standing === 'VALID' ? credentialReference : null,
  };
}
