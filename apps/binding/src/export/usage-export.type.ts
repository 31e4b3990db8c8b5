import type { Id } from '@bindery/kernel';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, NodeInterface, SafeIntScalar } from '@bindery/subgraph';
import { UsageExportFormatEnum, UsageExportStateEnum } from './export.enums';

@Directive('@key(fields: "id")')
@ObjectType('UsageExport', {
  implements: NodeInterface,
  description: 'A file of uses that was asked for. It is kept for a day; the uses themselves stay.',
})
export class UsageExportType extends NodeInterface {
  @Field(() => ID, { description: 'Global id, e.g. usage_export_01h455vb4pex5vsknk084sn02q.' })
  override id!: Id<'usage_export'>;

  @Field(() => UsageExportStateEnum, { description: 'How far it is, e.g. READY.' })
  state!: keyof typeof UsageExportStateEnum;

  @Field(() => UsageExportFormatEnum, { description: 'What it is written as, e.g. CSV.' })
  format!: keyof typeof UsageExportFormatEnum;

  @Field({ description: 'The zone in which its moments are told, e.g. Asia/Shanghai.' })
  timeZone!: string;

  @Field(() => Int, { description: 'How many uses are in it so far.' })
  rowsDone!: number;

  @Field(() => Int, { description: 'How many there are in all, as counted when it was asked for.' })
  rowsTotal!: number;

  @Field(() => SafeIntScalar, { nullable: true, description: 'Its length in bytes; null until it is ready.' })
  bytes!: number | null;

  @Field(() => DateTimeScalar, { description: 'When it was asked for, UTC.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'UTC. When it is ready, until when it can be fetched; before, by when it is ready or given up.',
  })
  deadline!: Date;
}
