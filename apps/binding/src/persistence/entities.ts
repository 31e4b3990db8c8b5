import { BindingChangeRow } from '../lifecycle/binding-change.entity';
import { BindingRow } from '../lifecycle/binding.entity';
import { CardRow } from '../lifecycle/card.entity';
import { OperationRow } from '../operations/operation.entity';
import { ReceiptRow } from '../unbind/receipt.entity';
import { UnbindPlanRow } from '../unbind/unbind-plan.entity';
import { UsageRecordRow } from '../usage/usage-record.entity';

export const entities = [
  CardRow,
  BindingRow,
  BindingChangeRow,
  OperationRow,
  UnbindPlanRow,
  ReceiptRow,
  UsageRecordRow,
];
