import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../lifecycle';

/** Enough for today. */
export interface TooManyExports {
  readonly kind: 'TOO_MANY_EXPORTS';
  readonly retryAt: Date;
}

interface ExportNotReady {
  readonly kind: 'EXPORT_NOT_READY';
}

/** Expired, or cancelled. */
interface ExportGone {
  readonly kind: 'EXPORT_GONE';
}

/** With everything in it. */
interface AccountLocked {
  readonly kind: 'ACCOUNT_LOCKED';
}

export type ExportUsageError = OnceRefusal | TooManyExports;
export type CancelExportError = OnceRefusal | NotFound | ExportGone;
export type ExportLinkError = OnceRefusal | NotFound | TooManyExports | ExportNotReady | ExportGone | AccountLocked;
export type ExportError = ExportUsageError | CancelExportError | ExportLinkError;
