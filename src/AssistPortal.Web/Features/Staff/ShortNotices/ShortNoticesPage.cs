using AssistPortal.Assist.Ordering;
using AssistPortal.Web.Shared.Times;

namespace AssistPortal.Web.Features.Staff.ShortNotices;

/// <summary>Hosts who may order sooner than usual, and the form for a further one.</summary>
/// <param name="Open">Those who have not used it yet.</param>
/// <param name="Input">What was typed.</param>
/// <param name="LeadTimeDays">Days that an order otherwise takes.</param>
/// <param name="NoticeHours">Hours that it takes even so.</param>
/// <param name="Time">Tells moments in the reader's zone.</param>
public sealed record ShortNoticesPage(
    IReadOnlyList<GivenNotice> Open, ShortNoticeInput Input, int LeadTimeDays, int NoticeHours, OwnTime Time);
