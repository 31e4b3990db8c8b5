import type { EntityManager } from 'typeorm';
import { columnsOf, toParameter, type Column, type Parameter, type PreparedStatement } from '@bindery/persistence';
import { BindingChangeRow } from './binding-change.entity';
import { BindingRow } from './binding.entity';
import { CardRow } from './card.entity';

type NewChange = Omit<BindingChangeRow, 'position'>;

/** The two statements that every step of a binding begins and ends with. */
interface StepStatements {
  /** Parameters: the binding's id, and the account it must belong to or null. */
  readonly lock: {
    readonly statement: PreparedStatement;
    read(row: Record<string, unknown>): { binding: BindingRow; card: CardRow };
  };
  /** Writes the row and the record of the step; fails when the row is not at that version. */
  readonly save: {
    readonly statement: PreparedStatement;
    write(versionBefore: number, binding: BindingRow, change: NewChange): Parameter[];
  };
}

const made = new WeakMap<object, StepStatements>();

/** Made once for each data source from its entities, so that a new column is written down in one place. */
export function stepStatements(tx: EntityManager): StepStatements {
  const known = made.get(tx.connection);
  if (known) return known;
  const binding = columnsOf(tx, BindingRow);
  const statements = {
    lock: lockStatement(
      binding,
      columnsOf(tx, CardRow).filter(({ isSelect }) => isSelect),
    ),
    save: saveStatement(
      binding,
      columnsOf(tx, BindingChangeRow).filter(({ isInsert }) => isInsert),
    ),
  };
  made.set(tx.connection, statements);
  return statements;
}

/** Others may not change the row, but a rebind may point to it as its predecessor meanwhile. */
function lockStatement(binding: readonly Column[], card: readonly Column[]): StepStatements['lock'] {
  const columns = [
    ...binding.map((column) => `binding.${nameOf(column)} AS "b ${column.propertyName}"`),
    ...card.map((column) => `card.${nameOf(column)} AS "c ${column.propertyName}"`),
  ];
  const text = `SELECT ${columns.join(', ')} FROM binding JOIN card ON card.id = binding.card_id
    WHERE binding.id = $1 AND ($2::text IS NULL OR binding.account_id = $2) FOR NO KEY UPDATE OF binding`;
  const pick = (row: Record<string, unknown>, of: readonly Column[], prefix: string) =>
    Object.fromEntries(of.map(({ propertyName }) => [propertyName, row[`${prefix} ${propertyName}`]]));
  return {
    statement: { name: 'lock binding', text },
    read: (row) => ({
      binding: pick(row, binding, 'b') as unknown as BindingRow,
      card: pick(row, card, 'c') as unknown as CardRow,
    }),
  };
}

/** The record has a binding only where one was saved; one without is refused by its table. */
function saveStatement(binding: readonly Column[], change: readonly Column[]): StepStatements['save'] {
  const [versionBefore, ...parameters] = ['integer', ...[...binding, ...change].map(({ type }) => String(type))].map(
    (type, index) => `$${index + 1}::${type}`,
  );
  const ofBinding = new Map(binding.map((column, index) => [nameOf(column), parameters[index]]));
  const ofChange = new Map(change.map((column, index) => [nameOf(column), parameters[binding.length + index]]));
  ofChange.set('"binding_id"', `(SELECT ${ofChange.get('"binding_id"')} FROM saved)`);
  const text = `WITH saved AS (
      UPDATE binding SET ${[...ofBinding]
        .filter(([name]) => name !== '"id"')
        .map(([name, parameter]) => `${name} = ${parameter}`)
        .join(', ')}
      WHERE id = ${ofBinding.get('"id"')} AND version = ${versionBefore} RETURNING 1
    )
    INSERT INTO binding_change (${[...ofChange.keys()].join(', ')}) VALUES (${[...ofChange.values()].join(', ')})`;
  return {
    statement: { name: 'save step', text },
    write: (version, row, record) => [
      version,
      ...binding.map((column) => toParameter(column, row)),
      ...change.map((column) => toParameter(column, record)),
    ],
  };
}

const nameOf = ({ databaseName }: Column) => `"${databaseName}"`;
