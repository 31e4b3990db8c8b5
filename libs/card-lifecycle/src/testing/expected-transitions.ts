/**
 * What the design's table says, written down by hand and not made from the code: phase, trigger, who, row, next phase.
 * Facts are favourable and no review is asked for. The hold of the sample is the holder's: – where they could not lay or lift it, and others have no say in it. Everything that is not listed must be refused.
 */
const text = `
–                   StartBinding            HOLDER ACCESS_ADMIN                        1   VERIFYING

VERIFYING           RequirementsMet         HOLDER                                     2   BINDING
VERIFYING           Refuse                  REVIEWER                                   6   DECLINED
VERIFYING           Cancel                  HOLDER                                     6   DECLINED
VERIFYING           Lapse                   SYSTEM                                     6   DECLINED
VERIFYING           AddHold                 –                                          12  VERIFYING
VERIFYING           LiftHold                –                                          12  VERIFYING
VERIFYING           SyncChanged             SYSTEM                                     23  VERIFYING

IN_REVIEW           Approve                 REVIEWER                                   4   BINDING
IN_REVIEW           AskForMore              REVIEWER                                   5   VERIFYING
IN_REVIEW           Refuse                  REVIEWER                                   6   DECLINED
IN_REVIEW           Cancel                  HOLDER                                     6   DECLINED
IN_REVIEW           Lapse                   SYSTEM                                     6   DECLINED
IN_REVIEW           AddHold                 –                                          12  IN_REVIEW
IN_REVIEW           LiftHold                –                                          12  IN_REVIEW
IN_REVIEW           SyncChanged             SYSTEM                                     23  IN_REVIEW

BINDING             ProviderConfirmed       PROVIDER                                   7   BOUND
BINDING             ProviderWantsActivation PROVIDER                                   8   AWAITING_ACTIVATION
BINDING             ProviderRefused         PROVIDER                                   9   DECLINED
BINDING             AddHold                 HOLDER                                     12  BINDING
BINDING             LiftHold                HOLDER                                     12  BINDING
BINDING             SyncChanged             SYSTEM                                     23  BINDING

AWAITING_ACTIVATION ProviderConfirmed       PROVIDER DEVICE                            10  BOUND
AWAITING_ACTIVATION Lapse                   SYSTEM                                     11  DECLINED
AWAITING_ACTIVATION Cancel                  HOLDER                                     11  DECLINED
AWAITING_ACTIVATION ProviderRefused         PROVIDER                                   11  DECLINED
AWAITING_ACTIVATION RequestUnbind           HOLDER ACCESS_ADMIN AGENT RISK COMPLIANCE  13  UNBINDING
AWAITING_ACTIVATION RemovedElsewhere        PROVIDER DEVICE                            16  UNBOUND
AWAITING_ACTIVATION AddHold                 HOLDER                                     12  AWAITING_ACTIVATION
AWAITING_ACTIVATION LiftHold                HOLDER                                     12  AWAITING_ACTIVATION
AWAITING_ACTIVATION SyncChanged             SYSTEM                                     23  AWAITING_ACTIVATION

BOUND               AddHold                 HOLDER                                     12  BOUND
BOUND               LiftHold                HOLDER                                     12  BOUND
BOUND               ProviderConfirmed       PROVIDER                                   12  BOUND
BOUND               ProviderRefused         PROVIDER                                   12  BOUND
BOUND               RequestUnbind           HOLDER ACCESS_ADMIN AGENT RISK COMPLIANCE  13  UNBINDING
BOUND               RemovedElsewhere        PROVIDER DEVICE                            16  UNBOUND
BOUND               SuccessorBound          SYSTEM                                     21  REPLACED
BOUND               Revoke                  SYSTEM                                     22  UNBINDING
BOUND               SyncChanged             SYSTEM                                     23  BOUND
BOUND               CardUpdated             PROVIDER                                   24  BOUND

UNBINDING           ProviderConfirmed       PROVIDER SYSTEM                            14  UNBOUND
UNBINDING           ProviderSaysAbsent      PROVIDER SYSTEM                            14  UNBOUND
UNBINDING           ProviderRefused         PROVIDER                                   15  BOUND
UNBINDING           AddHold                 HOLDER                                     12  UNBINDING
UNBINDING           LiftHold                HOLDER                                     12  UNBINDING
UNBINDING           SyncChanged             SYSTEM                                     23  UNBINDING
UNBINDING           CardUpdated             PROVIDER                                   24  UNBINDING

UNBOUND             RequestRestore          HOLDER                                     17  RESTORING
UNBOUND             Reinstate               SYSTEM                                     17  RESTORING
UNBOUND             Lapse                   SYSTEM                                     20  RETIRED
UNBOUND             AddHold                 –                                          12  UNBOUND
UNBOUND             LiftHold                –                                          12  UNBOUND
UNBOUND             SyncChanged             SYSTEM                                     23  UNBOUND
UNBOUND             CardUpdated             PROVIDER                                   24  UNBOUND

RESTORING           ProviderConfirmed       PROVIDER                                   18  BOUND
RESTORING           ProviderRefused         PROVIDER                                   19  UNBOUND
RESTORING           AddHold                 HOLDER                                     12  RESTORING
RESTORING           LiftHold                HOLDER                                     12  RESTORING
RESTORING           SyncChanged             SYSTEM                                     23  RESTORING
RESTORING           CardUpdated             PROVIDER                                   24  RESTORING
`;

export interface ExpectedTransition {
  readonly phase: string;
  readonly trigger: string;
  readonly actors: readonly string[];
  readonly row: number;
  readonly to: string;
}

export const expectedTransitions: readonly ExpectedTransition[] = text
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [phase = '', trigger = '', ...rest] = line.split(/ +/);
    return { phase, trigger, actors: rest.slice(0, -2), row: Number(rest.at(-2)), to: rest.at(-1) ?? '' };
  });
