import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { NotFound } from '../lifecycle';
import type { CaseObstacle } from './cases.rules';

export interface CaseNotClosed {
  readonly kind: 'CASE_NOT_CLOSED';
  readonly obstacle: CaseObstacle;
}

export type CloseCaseError = OnceRefusal | InvalidInput | NotFound | CaseNotClosed;
