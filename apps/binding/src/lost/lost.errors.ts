import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../lifecycle';
import type { ProofRejected } from '../proofs';

/** Nothing of it is reported lost. */
interface NotReportedLost {
  readonly kind: 'NOT_REPORTED_LOST';
}

export type ReportLostError = OnceRefusal | NotFound;
export type ReportFoundError = OnceRefusal | NotFound | NotReportedLost | ProofRejected;
