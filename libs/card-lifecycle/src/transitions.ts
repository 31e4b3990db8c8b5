import { bindingRows } from './rows/binding-rows';
import { holdRows, syncRows, updateRows } from './rows/hold-and-sync-rows';
import { unbindingRows } from './rows/unbinding-rows';
import type { Row } from './row';

/** The card machine. Everything else (matrix, diagram, documents, GraphQL enums) is made from this. */
export const transitions = [
  ...bindingRows,
  ...holdRows,
  ...unbindingRows,
  ...syncRows,
  ...updateRows,
] as const satisfies readonly Row[];
