using System.Reflection;
using AssistPortal.Assist;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Notices;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Staffing;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.SignIn;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Desk;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using AssistPortal.Trials.Partners;
using AssistPortal.Trials.Starting;
using AssistPortal.Trials.Texts;
using AssistPortal.UnitTests.Architecture;
using AssistPortal.UnitTests.Web.Staff;
using AssistPortal.Web.Features.Accounts;
using AssistPortal.Web.Features.Accounts.Own;
using AssistPortal.Web.Features.Errors;
using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Features.Orders.Next;
using AssistPortal.Web.Features.Resources.History;
using AssistPortal.Web.Features.Resources.Invoices;
using AssistPortal.Web.Features.Staff.Audit;
using AssistPortal.Web.Features.Staff.Jobs;
using AssistPortal.Web.Features.Staff.Mail;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Features.Staff.Reports;
using AssistPortal.Web.Features.Staff.Trials;
using AssistPortal.Web.Features.Staff.Users;
using AssistPortal.Web.Features.Trials;
using AssistPortal.Web.Features.Trials.Customers;
using AssistPortal.Web.Features.Trials.Guide;
using AssistPortal.Web.Features.Trials.Orders;
using AssistPortal.Web.Features.Waiting;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.UnitTests.Texts;

public sealed class KeyUseTests
{
    private static readonly AuditRecords Audited =
        new(Assemblies.BelowWeb.Select(assembly => new EntityAssembly(assembly)));
    private static readonly string[] MeetingOutcomes = ["Changed", "Failed"];
    private static readonly string[] NoticesOfEnd = ["EndsSoon", "Expired"];
    private static readonly string[] Notices =
        ["EndsSoon.Customer", "EndsSoon.Partner", "Expired.Customer", "Expired.Partner", "Ended.User"];
    private static readonly string[] Late =
        [nameof(TrialState.Expired), nameof(TrialState.Ended), nameof(TrialState.Paid)];
    private static readonly string[] LanguageAnswers = ["Confirmed", "Declined"];
    private static readonly string[] WantedLabels = ["Label", "LabelQuestion"];

    /// <summary>
    /// What stands in the holes of keys that are put together. A new one has to be written down here.
    /// </summary>
    private static readonly Dictionary<string, IEnumerable<string>> Holes = new(StringComparer.Ordinal)
    {
        ["Fee.{line.Kind}"] = Names<FeeKind>(),
        ["Fee.{fee}"] = Names<ExtraKind>(),
        ["Extra.{kind}"] = Names<ExtraKind>(),
        ["Recording.{format}"] = Names<RecordingFormat>(),
        ["State.{phase}"] = Names<OrderPhase>(),
        ["State.{name}"] = OrderProgress.All,
        ["Csv.{name}"] = HistoryCsv.Columns,
        ["Meeting.{meeting}"] = Names<MeetingFollowUp>(),
        ["Session.{kind}"] = Names<SessionKind>(),
        ["Step.{step}"] = Names<OrderStep>(),
        ["Step.{Model.Current}"] = Names<OrderStep>(),
        ["Compare.{phase.Key}"] = Names<ComparisonPhase>(),
        ["Nobody.{Model.Reason}"] = Names<NobodyReason>(),
        ["Nobody.{Model.NobodyFree.Reason}"] = Names<NobodyReason>(),
        ["Refusal.{reason}"] = Names<RefusalReason>(),
        ["Meeting.{outcome}.Subject"] = MeetingOutcomes,
        ["Meeting.{outcome}.Preheader"] = MeetingOutcomes,
        ["Meeting.{outcome}.Heading"] = MeetingOutcomes,
        ["Meeting.{outcome}.Text"] = MeetingOutcomes,
        ["Released.{reason}"] = ["Cancelled", "Moved", "Reassigned"],
        ["SessionSwap.Kind.{session.Kind}"] = Names<SessionKind>(),
        ["Kind.{session}"] = Names<SessionKind>(),
        ["Cover.Refused.{answer.Outcome}"] = ["Taken", "NotAble", "Changed"],
        ["Language.{answer}.Preheader"] = LanguageAnswers,
        ["Language.{answer}.Heading"] = LanguageAnswers,
        ["Language.{answer}.Text"] = LanguageAnswers,
        ["Language.{answer}.Subject"] = LanguageAnswers,
        ["Language.State.{order.LanguageAnswer}"] = Names<LanguageAnswer>().Except(["NotNeeded"]),
        ["Alert.{reason}.Preheader"] = Names<CoordinatorAlert>(),
        ["Alert.{reason}.Heading"] = Names<CoordinatorAlert>(),
        ["Alert.{reason}.Text"] = Names<CoordinatorAlert>(),
        ["Alert.{reason}.Do"] = Names<CoordinatorAlert>(),
        ["Alert.{reason}.Subject"] = Names<CoordinatorAlert>(),
        ["Session.{act}.Subject"] = Names<SessionAct>(),
        ["Session.{act}.Producer.Subject"] = Names<SessionAct>(),
        ["Session.{act}.Preheader"] = Names<SessionAct>(),
        ["Session.{act}.Heading"] = Names<SessionAct>(),
        ["Session.{act}.Text"] = Names<SessionAct>(),
        ["Mail.Delivery.{way}"] = [SettingsInput.Single, SettingsInput.Digest],
        ["Recent.{row.Outcome}"] = ["sign-in.done", "sign-in.failed", "sign-in.limited"],
        ["Way.{row.Way}"] = Names<SignInWay>(),
        ["Passkey.Refused.{refusal}"] = Names<PasskeyRefusal>(),
        ["Theme.{choice}"] = Theme.Choices,
        ["Error.{Model.Explained}.Title"] = Explained(),
        ["Error.{Model.Explained}.Text"] = Explained(),
        ["How.{step}.Title"] = ["1", "2", "3", "4"],
        ["How.{step}.Text"] = ["1", "2", "3", "4"],
        ["Notice.{notice}"] = ["Discarded", "Cancelled", "Waiting", "Left", "NotAgain", "NoMeeting"],
        ["Over.{Model.Reason}.Title"] = OfferOverPage.Reasons,
        ["Over.{Model.Reason}.Text"] = OfferOverPage.Reasons,
        ["Phase.{phase}.Title"] = Names<OrderPhase>().Except([nameof(OrderPhase.Coming)]),
        ["Phase.{phase}.Text"] = Names<OrderPhase>().Except([nameof(OrderPhase.Coming)]),
        ["Step.{Model}"] = Names<OrderStep>(),
        ["Meeting.{Model.Update.Meeting}"] = Names<MeetingFollowUp>(),
        ["Kind.{site.DirectoryKind}"] = Names<DirectoryKind>(),
        ["Change.{site.ScheduleChange}"] = Names<ScheduleChange>(),
        ["DirectoryKind.{kind}"] = Names<DirectoryKind>(),
        ["DirectoryKind.{input.DirectoryKind}"] = Names<DirectoryKind>(),
        ["ScheduleChange.{change}"] = Names<ScheduleChange>(),
        ["ScheduleChange.{input.ScheduleChange}"] = Names<ScheduleChange>(),
        ["Test.{fault}"] = Names<DirectoryFault>(),
        ["Filter.{choice}"] = MailFilter.Choices,
        ["Status.{status}"] = OrderFilter.Statuses,
        ["Status.{part.Value}"] = OrderFilter.Statuses,
        ["When.{when}"] = OrderWhen.All,
        ["When.{part.Value}"] = OrderWhen.All,
        ["Attention.{part.Value}"] = Names<AttentionReason>(),
        ["Owner.{owner}"] = [OrderFilter.Mine, OrderFilter.Nobodys],
        ["View.{view.Key}"] = OrderViewTabs.CommonKeys,
        ["Attention.{choice}"] = Names<AttentionReason>(),
        ["Attention.{act.Reason}"] = Names<AttentionReason>(),
        ["Attention.{reason}"] = Names<AttentionReason>(),
        ["Attention.{reason}.Do"] = Names<AttentionReason>(),
        ["Candidate.{candidate.State}"] = Names<CandidateState>(),
        ["State.{step.State}"] = Names<NextStepState>(),
        ["SessionKind.{kind}"] = Names<SessionKind>(),
        ["SessionKind.{choice}"] = Names<SessionKind>(),
        ["SessionKind.{session.Kind}"] = Names<SessionKind>(),
        ["Csv.{column}"] = OrderCsv.Columns,
        ["Kind.{notice.Kind}"] = StaffNotices.Kinds,
        ["Csv.{cell}"] = ReportCsv.Columns,
        ["Csv.{heading}"] = AuditCsv.Columns,
        ["Csv.{title}"] = InvoiceCsv.Columns,
        ["State.{mailState}"] = Names<OutboxMailState>(),
        ["Failure.{failure}"] = Names<MailFailure>(),
        ["Outdated.{outdated.Reason}"] = Names<OutdatedReason>(),
        ["Act.{act}"] = [nameof(MailAct.BeingSent), nameof(MailAct.ChangedMeanwhile)],
        ["View.{view}"] = MailPage.Views,
        ["Kind.{kind}"] =
        [
            "order.placed", "order.updated", "order.cancelled", "order.meeting", "order.reminder", "order.language",
            "order.fee-lock", "order.report", "order.access", "order.links", "order.message", "coordinator.message",
            "invoice.issued", "invoice.credited", "producer.assigned", "producer.changed", "producer.released",
            "coordinator.alert", "mail.digest", "order.reopened",
            "order.producer", "session.producer", "session.plan", "order.session",
            "account.invitation", "account.password",
            "account.news.password", "account.news.passkey-added", "account.news.passkey-removed",
            "account.news.factor-on", "account.news.factor-off", "account.news.recovery-codes",
            "account.news.factors-taken", "account.news.email", "account.news.single-sign-on",
            "account.news.wrong-codes",
            "trial.shipment", "trial.delivered", "trial.return-announced", "trial.more-devices",
            "trial.device-reminder",
            "help-desk.question", "help-desk.label-requested", "help-desk.label-sent", "help-desk.answer",
            "trial.ends-soon", "trial.expired", "trial.ended", "trial.guide", "trial.converted", "trial.site-deleted",
            "trial.webex-ordered",
            "trial.purchase-request",
            "waiting.offer", "order.edited", "order.readdressed", "producer.edited",
        ],
        ["Filter.{kind}"] = InvoiceFilter.Kinds,
        ["Kind.{row.Kind}"] = Names<InvoiceKind>(),
        ["Kind.{invoice.Kind}"] = Names<InvoiceKind>(),
        ["Reason.{row.Reason}"] = Names<InvoiceReason>(),
        ["Session.{session.Kind}"] = Names<SessionKind>(),
        ["Done.{act}"] =
        [
            "order.accessed", "order.link-sent", "order.links-mailed", "order.language-answered",
            "order.report-contact-named", "order.fee-lock-lifted",
            "order.note-added", "order.owner-changed", "order.marked", "order.sessions-told",
            "order.attention-settled", "order.report-changed", "order.meeting-changed", "order.meeting-not-changed",
            "order.reopened", "assignment.accepted", "assignment.declined", "invoice.line-added",
        ],
        ["Answer.Done.{outcome}"] = [nameof(ReplyOutcome.Accepted), nameof(ReplyOutcome.Declined)],
        ["Answer.Refused.{(now.CanAnswer ? outcome : ReplyOutcome.TooLate)}"] =
        [
            nameof(ReplyOutcome.Changed), nameof(ReplyOutcome.AnsweredMeanwhile), nameof(ReplyOutcome.TooLate),
        ],
        ["Calendar.Fault.{fault}"] = Names<CalendarFault>(),
        ["Answer.State.{answer}"] = ["Open", "Accepted", "Declined"],
        ["Serves.{input.Serves}"] = Names<ServedKind>(),
        ["Serves.{served}"] = Names<ServedKind>(),
        ["Inclusion.{inclusion}"] = Names<Inclusion>(),
        ["Compare.{phase}"] = Names<ComparisonPhase>(),
        ["Compare.{typed.Phase}"] = Names<ComparisonPhase>(),
        ["Compare.{saved.Phase}"] = Names<ComparisonPhase>(),
        ["Account.News.{change}.Subject"] = Names<AccountChange>(),
        ["Account.News.{change}.Preheader"] = Names<AccountChange>(),
        ["Account.News.{change}.Text"] = Names<AccountChange>(),
        ["Account.{link}.Subject"] = Names<PasswordLink>(),
        ["Account.{link}.Preheader"] = Names<PasswordLink>(),
        ["Account.{link}.Heading"] = Names<PasswordLink>(),
        ["Account.{link}.Text"] = Names<PasswordLink>(),
        ["Title.{act}"] = Names<OrderJobAct>(),
        ["Begin.{job.Act}"] = Names<OrderJobAct>(),
        ["Choose.Act.{act}"] = Names<OrderJobAct>(),
        ["Value.OrderJobAct.{job.Act}"] = Names<OrderJobAct>(),
        ["Refusal.{refusal}"] = Names<JobRefusal>(),
        ["State.{StateKey(line)}"] = Names<JobItemState>().Except(["Chosen"]).Append("Possible"),
        ["Lines.{part}"] = JobReader.Parts,
        ["Action.{act}"] = Audited.Actions,
        ["Subject.{kind}"] = Audited.Subjects,
        ["Field.{field}"] = AuditTellingTests.Fields,
        ["Value.{word}"] = AuditTellingTests.Words,
        ["Value.SessionKind.{session.Kind}"] = Names<SessionKind>(),
        ["Role.{role}"] =
        [
            PortalRoles.Administrator, AssistRoles.Host, AssistRoles.Coordinator, AssistRoles.Producer,
            TrialRoles.PartnerAdministrator, TrialRoles.CustomerAdministrator, TrialRoles.HelpDesk,
        ],
        ["Service.{service}"] = Names<CloudService>(),
        ["State.{trialState}"] = Names<TrialState>(),
        ["{kind}.Preheader"] = Notices,
        ["{kind}.Heading"] = Notices,
        ["{kind}.Text"] = Notices,
        ["{kind}.Subject"] = Notices,
        ["{notice.Kind}.Partner.Note"] = NoticesOfEnd,
        ["{notice.Kind}.Customer.Note"] = NoticesOfEnd,
        ["Fact.{notice.Kind}.End"] = NoticesOfEnd,
        ["Nav.Trials.{label}"] = TrialNavigation.Names,
        ["Item.{item}"] = Names<OfferItem>(),
        ["Part.{part}"] = Names<TrialPart>(),
        ["WebEx.{webEx}"] = Names<WebExState>().Append("Converted"),
        ["Fault.{fault}"] = Names<ConversionFault>(),
        ["Csv.{orderColumn}"] = PurchaseOrderCsv.Columns,
        ["{topic}.Title"] = Names<GuideTopic>(),
        ["{other}.Title"] = Names<GuideTopic>(),
        ["{topic}.Lead"] = Names<GuideTopic>(),
        ["{topic}.1"] = Names<GuideTopic>(),
        ["{topic}.1.Text"] = Names<GuideTopic>(),
        ["{topic}.2"] = Names<GuideTopic>(),
        ["{topic}.2.Text"] = Names<GuideTopic>(),
        ["{topic}.3"] = Names<GuideTopic>(),
        ["{topic}.3.Text"] = Names<GuideTopic>(),
        ["{topic}.Tip"] = Names<GuideTopic>(),
        ["{topic}.Open"] = Names<GuideTopic>(),
        ["State.{row.State}"] = Names<UserState>(),
        ["State.{Model.State}"] = Names<UserState>(),
        ["Csv.{csvColumn}"] = CustomerCsv.Columns,
        ["Filter.{filter}"] = CustomerFilter.All,
        ["Event.{item.Name}"] = Timeline.Events,
        ["Status.{item.Status}"] = Timeline.Statuses,
        ["Refused.Start.{refusal.Reason}"] = Names<StartRefusalReason>(),
        ["Refused.Extension.{refusal.Reason}"] = Late,
        ["Refused.Adding.{refusal.Reason}"] = Late,
        ["Country.{code}"] = CountryNames.Codes,
        ["Variant.{variant}"] =
        [
            "confirmed", "declined", "changed", "failed", "completion", "cancellation", "corrected", "language",
            "meeting", "address", "reassigned", "customer", "assigned", "released", "scheduled", "moved", "cancelled",
            "producer", "producer-scheduled", "producer-moved", "producer-cancelled",
            "asker", "desk", "label", "question",
        ],
        ["Device.{state}"] = Names<DeviceState>(),
        ["Shipment.{state}"] = Names<ShipmentState>(),
        ["Request.{kind}"] = Names<HelpDeskRequestKind>(),
        ["Lost.{request.Text}"] = [LabelWish.LabelOnly, LabelWish.LabelAndPackaging],
        ["{wanted}.Subject"] = WantedLabels,
        ["{wanted}.Preheader"] = WantedLabels,
        ["{wanted}.Heading"] = WantedLabels,
        ["Return.{reader}.Subject"] = Names<ReturnReader>(),
        ["Return.{reader}.Preheader"] = Names<ReturnReader>(),
        ["Return.{reader}.Heading"] = Names<ReturnReader>(),
        ["Reminder.{state}.Text"] = ["Over", "Paid"],
        ["LoanNumber.{LoanNumber.FaultOf(typed)}"] = Names<LoanNumberFault>(),
        ["Now.{device.State}"] = Names<DeviceState>(),
        ["Refused.{outcome}"] = ["NotNow", "AskedAlready", "OtherCountry"],
        ["Refused.{became}"] = ["Answered", "NotNow"],
        ["Show.{choice}"] = RequestListPage.Choices,
        ["Act.{state}"] = ["PickedUp", "Received", "Closed"],
        ["Member.{outcome}"] = Names<PartnerJoining>().Except(["Added"]),
    };

    private static readonly IReadOnlyList<KeyUse> Uses = [.. KeyUse.All()];

    [Fact]
    public void Uses_are_found_in_code_and_views()
    {
        Assert.True(Uses.Count > 200, $"{Uses.Count} found");
        Assert.Contains(Uses, use => use.Keys is ["Calendar.Description"]);
        Assert.Contains(Uses, use => use.Keys is ["SessionTime.NobodyFree", "SessionTime.NotBookable"]);
        Assert.Contains(
            Uses, use => use.Place.Contains("TextRules.cs", StringComparison.Ordinal) && use.Resources.Count == 0);
    }

    [Fact]
    public void Every_use_says_which_key_it_means() =>
        Assert.Empty(Uses.Where(use => use.Keys.Count + use.Patterns.Count == 0).Select(use => use.Place));

    [Fact]
    public void Every_key_that_is_put_together_is_written_down() => Assert.Empty(
        from use in Uses
        from pattern in use.Patterns
        where !Holes.ContainsKey(pattern)
        select $"{use.Place}: {pattern}");

    [Fact]
    public void No_pattern_is_written_down_that_nobody_uses() =>
        Assert.Empty(Holes.Keys.Except(Uses.SelectMany(use => use.Patterns), StringComparer.Ordinal));

    [Fact]
    public void No_key_is_used_that_is_missing() => Assert.Empty(
        from use in Uses
        from key in KeysOf(use)
        where !ResourcesOf(use).Any(file => file.Keys.Contains(key, StringComparer.Ordinal))
        select $"{use.Place}: {key} is not in {string.Join(" or ", use.Resources)}");

    [Fact]
    public void No_key_is_unused()
    {
        var used = (
        from use in Uses from key in KeysOf(use) from file in ResourcesOf(use) select (file.Name, key)).ToHashSet();

        Assert.Empty(
            from file in ResourceFile.All
            from entry in file.In(ResourceFile.English)
            where !used.Contains((file.Name, entry.Key))
            select entry);
    }

    private static IEnumerable<string> KeysOf(KeyUse use) => use.Keys.Concat(
        from pattern in use.Patterns
        where Holes.ContainsKey(pattern)
        from value in Holes[pattern]
        select pattern[..pattern.IndexOf('{', StringComparison.Ordinal)]
            + value
            + pattern[(pattern.IndexOf('}', StringComparison.Ordinal) + 1)..]);

    /// <summary>An untyped localizer is handed on from a typed one, so that any file may be meant.</summary>
    private static IEnumerable<ResourceFile> ResourcesOf(KeyUse use) =>
        ResourceFile.All.Where(
            file => use.Resources.Count == 0 || use.Resources.Contains(file.Name, StringComparer.Ordinal));

    private static string[] Names<T>()
        where T : struct, Enum => Enum.GetNames<T>();

    private static IEnumerable<string> Explained() => (string[])typeof(ErrorsController)
        .GetField("Explained", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
}
