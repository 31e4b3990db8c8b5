import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { UsageFilterInput } from '../usage';
import { UsageExportFormatEnum } from './export.enums';

@InputType({ description: 'Has a file of uses written, with headings in the language of the caller.' })
export class ExportUsageInput extends OnceInput {
  @Field(() => UsageExportFormatEnum, { description: 'What it is written as, e.g. CSV.' })
  format!: keyof typeof UsageExportFormatEnum;

  @Field(() => String, {
    nullable: true,
    description:
      'The zone in which moments are told, beside UTC, as IANA names it, e.g. Asia/Shanghai; that of the account when left out.',
  })
  timeZone?: string | null;

  @Field(() => UsageFilterInput, { nullable: true, description: 'Which uses; all of the account when left out.' })
  filter?: UsageFilterInput | null;
}

@InputType({ description: 'Stops a file from being written.' })
export class CancelUsageExportInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the export, e.g. usage_export_01h455vb4pex5vsknk084sn02q.' })
  exportId!: string;
}

@InputType({ description: 'Asks for a link to a file that is ready.' })
export class CreateUsageExportLinkInput extends OnceInput {
  @Field(() => ID, { description: 'Id of the export, e.g. usage_export_01h455vb4pex5vsknk084sn02q.' })
  exportId!: string;
}
