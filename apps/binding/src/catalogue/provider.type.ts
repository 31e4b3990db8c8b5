import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { DurationScalar, listOfAbout, MoneyType, ProofActionEnum } from '@bindery/subgraph';
import { CardKindEnum, type DevicePlatform, type ObligationActKind } from '../providers';
import {
  AllowedPurposeEnum,
  CardElementEnum,
  DevicePlatformEnum,
  MovableThingEnum,
  ObligationActKindEnum,
  RestoreStrategyEnum,
  ReviewOccasionEnum,
  StatedDocumentTypeEnum,
  SuspendModeEnum,
} from './catalogue.enums';

@ObjectType('ProviderRestore', { description: 'Whether and how an unbound card comes back (requirement 12).' })
class ProviderRestoreType {
  @Field(() => RestoreStrategyEnum, { description: 'How it comes back, e.g. REACTIVATE.' })
  strategy!: keyof typeof RestoreStrategyEnum;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after the unbind in which it can be restored, e.g. 95; null when nothing comes back.',
  })
  windowDays!: number | null;
}

@ObjectType('ProviderUnbindFee', { description: 'What a provider charges for an unbind (requirement 11).' })
class ProviderUnbindFeeType {
  @Field({ description: 'The amount, charged once, after the confirmed unbind.' })
  amount!: MoneyType;

  @Field({ description: 'Where the fee is written, in the language of the caller.' })
  source!: string;
}

@ObjectType('ProviderLimits', { description: 'How many live bindings a provider allows.' })
class ProviderLimitsType {
  @Field(() => Int, { nullable: true, description: 'Per account, e.g. 5; null: no limit.' })
  perAccount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Per device, e.g. 1; null: no limit.' })
  perDevice!: number | null;
}

@ObjectType('ProviderRequirement', {
  description: 'What has to be shown before a provider is asked for something (requirement 5).',
})
export class ProviderRequirementType {
  @Field(() => ProofActionEnum, { description: 'What it is shown for, e.g. BIND.' })
  operation!: keyof typeof ProofActionEnum;

  @Field(() => [String], { description: 'Factors that will do, any one of them, best first, e.g. SMS_CODE.' })
  factors!: string[];

  @Directive(listOfAbout(2))
  @Field(() => [StatedDocumentTypeEnum], {
    description: 'Documents that people look at, any one of them, best first; empty where none is asked for.',
  })
  documents!: (keyof typeof StatedDocumentTypeEnum)[];

  @Field(() => Int, { description: 'How many people have to agree, e.g. 2; 0 where nobody looks at it.' })
  reviewers!: number;

  @Field(() => ReviewOccasionEnum, {
    nullable: true,
    description: 'Of which cards people look at it, e.g. ALWAYS; null where nobody does.',
  })
  when!: keyof typeof ReviewOccasionEnum | null;
}

@ObjectType('ProviderDeviceMove', { description: 'What a provider does of a move to another device.' })
class ProviderDeviceMoveType {
  @Field(() => [MovableThingEnum], { description: 'What a card takes along, e.g. NUMBER.' })
  carries!: (keyof typeof MovableThingEnum)[];

  @Field(() => Int, {
    nullable: true,
    description: 'How many times a card may move in a year; null: as often as wished.',
  })
  perYear!: number | null;
}

@ObjectType('ProviderCapabilities', { description: 'What a provider can do and asks for (requirement 5).' })
class ProviderCapabilitiesType {
  @Field({ description: 'Whether and how an unbound card comes back.' })
  restore!: ProviderRestoreType;

  @Field(() => DurationScalar, {
    description: 'Time until the last offline reader knows of an unbind, ISO 8601, e.g. PT24H.',
  })
  offlineRevocationWorstCase!: string;

  @Field(() => SuspendModeEnum, { description: 'How a card is suspended, e.g. NATIVE.' })
  suspend!: keyof typeof SuspendModeEnum;

  @Field({
    description: 'Whether its holder may suspend a card at will. A card that is lost or at risk is held all the same.',
  })
  suspendableByHolder!: boolean;

  @Field({
    description:
      'Whether what it does to a card by itself, e.g. blocks it or takes it off, it does to that card on every device.',
  })
  cascadesToBindings!: boolean;

  @Field({
    description:
      'Whether it tells at once of a card that was taken off there or on a device, outside this wallet; else that is seen when cards are compared, some times a day.',
  })
  signalsRemoval!: boolean;

  @Field({
    description:
      'Whether it goes on collecting while a card is suspended or reported lost, as it asks nobody: only an unbind ends that.',
  })
  collectsWhileSuspended!: boolean;

  @Field(() => ProviderUnbindFeeType, { nullable: true, description: 'Fee of an unbind; null when it is free.' })
  unbindFee!: ProviderUnbindFeeType | null;

  @Field(() => [ObligationActKindEnum], {
    description:
      'What is done through us about recurring payments, pending payments and balances, e.g. MOVE_MANDATE; empty where its holder has to go to it.',
  })
  obligationActs!: ObligationActKind[];

  @Directive(listOfAbout(3))
  @Field(() => [ProviderRequirementType], {
    description:
      'What has to be shown, for each thing that it is asked for; nothing for RESTORE where nothing comes back, and for OPEN_LOAN where it lends nothing.',
  })
  requirements!: ProviderRequirementType[];

  @Field(() => Int, {
    nullable: true,
    description: 'Days to finish its own step after a bind, e.g. 30; null where there is none.',
  })
  activationDeadlineDays!: number | null;

  @Field(() => Int, { description: 'Days after the last one of a card in which it is still taken, e.g. 7.' })
  cardGraceDays!: number;

  @Field(() => Int, {
    description: 'Days after the last one of a document in which its binding is still good, e.g. 15.',
  })
  documentGraceDays!: number;

  @Field({ description: 'What it does of a move to another device.' })
  deviceMove!: ProviderDeviceMoveType;

  @Field(() => [DevicePlatformEnum], {
    description: 'What a device has to run so that a card can be bound on it, e.g. IOS; empty: anything.',
  })
  platforms!: DevicePlatform[];

  @Field({ description: 'How many live bindings are allowed.' })
  limits!: ProviderLimitsType;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days without a use after which a review of the card is suggested, e.g. 180; null where uses say nothing of whether it is needed (requirement 19).',
  })
  staleAfterDays!: number | null;
}

@ObjectType('ProviderTerms', { description: 'What the holder consents to when binding (requirement 41).' })
export class ProviderTermsType {
  @Field({ description: 'Version of the text; goes into the consent, e.g. 2026-01.' })
  version!: string;

  @Field({ description: 'The text to show, in the language of the caller. It goes into the consent, word for word.' })
  text!: string;

  @Field({ description: 'The language of the text: zh-CN or en.' })
  locale!: string;
}

@ObjectType('ProviderPurpose', {
  description: 'What a holder can allow a provider beside holding a card, in its words (requirement 41).',
})
export class ProviderPurposeType {
  @Field(() => AllowedPurposeEnum, { description: 'What for, e.g. CREDIT_CHECK; goes into giveConsent.' })
  code!: keyof typeof AllowedPurposeEnum;

  @Field({ description: 'What for in a few words, in the language of the caller.' })
  title!: string;

  @Field({ description: 'The words to show and to agree to.' })
  terms!: ProviderTermsType;

  @Field({ description: 'Whether a loan of this provider is offered and opened only with it.' })
  neededForLoans!: boolean;
}

@ObjectType('ProviderSite', { description: 'A site of an access system, where memberships are.' })
class ProviderSiteType {
  @Field({ description: 'Goes into card.access.site, e.g. riverside.' })
  code!: string;

  @Field({ description: 'Its name, in the language of the caller.' })
  name!: string;
}

@ObjectType('Provider', { description: 'Who can say yes to a card: a bank, an access system, a wallet company.' })
export class ProviderType {
  @Field({ description: 'Stable code, e.g. seaside-bank.' })
  code!: string;

  @Field(() => CardKindEnum, { description: 'The kind of card it gives out.' })
  kind!: keyof typeof CardKindEnum;

  @Field({ description: 'What it can do and asks for.' })
  capabilities!: ProviderCapabilitiesType;

  @Field({ description: 'What the holder consents to when binding.' })
  terms!: ProviderTermsType;

  @Field(() => [CardElementEnum], {
    description:
      'What has to be entered besides the number of a card, since its provider compares it, e.g. ID_NUMBER; empty where the number is enough.',
  })
  cardElements!: (keyof typeof CardElementEnum)[];

  @Directive(listOfAbout(3))
  @Field(() => [ProviderPurposeType], {
    description: 'What it asks to be allowed beside holding a card, each by itself; empty where it asks for nothing.',
  })
  purposes!: ProviderPurposeType[];

  @Field({ description: 'Whether it lends money through here: Query.loanOffers.' })
  lends!: boolean;

  @Directive(listOfAbout(5))
  @Field(() => [ProviderSiteType], {
    description: 'The sites whose members can bind a card, to choose from; empty where there is nothing to choose.',
  })
  sites!: ProviderSiteType[];
}
