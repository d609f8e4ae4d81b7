using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>How many notices of one kind, for one end date, are in a state.</summary>
/// <param name="Kind">Which.</param>
/// <param name="EndDate">The end date that they belong to.</param>
/// <param name="State">What became of them.</param>
/// <param name="Count">How many.</param>
/// <param name="DueAt">When the first of them fell due.</param>
public sealed record NoticeCount(
    AssistPortal.Trials.Notices.TrialNoticeKind Kind,
    LocalDate EndDate,
    AssistPortal.Trials.Notices.TrialNoticeState State,
    int Count,
    Instant DueAt);
