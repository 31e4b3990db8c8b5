import { BindingChangeRow } from './binding-change.entity';
import { BindingRow } from './binding.entity';
import { CardRow } from './card.entity';
import { OperationRow } from './operation.entity';
import { ReceiptRow } from './receipt.entity';
import { UnbindPlanRow } from './unbind-plan.entity';
import { UsageRecordRow } from './usage-record.entity';

export const entities = [
  CardRow,
  BindingRow,
  BindingChangeRow,
  OperationRow,
  UnbindPlanRow,
  ReceiptRow,
  UsageRecordRow,
];
