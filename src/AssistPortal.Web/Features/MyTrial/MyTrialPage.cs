using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using NodaTime;

namespace AssistPortal.Web.Features.MyTrial;

/// <summary>A customer's trial as its administrators see it. All days are the customer's.</summary>
public sealed record MyTrialPage
{
    public const string Path = "/my-trial";

    public required Trial Trial { get; init; }

    public required Instant Now { get; init; }

    public required Partner Partner { get; init; }

    public required IReadOnlyList<LicenceLine> Licences { get; init; }

    /// <summary>Users of the organisation, its administrators among them.</summary>
    public required int People { get; init; }

    public required int PhoneNumbers { get; init; }

    /// <summary>Host name of the organisation's WebEx site; null where it has none.</summary>
    public required string? SiteHost { get; init; }

    /// <summary>Whether the partner was told today that the customer wants to buy.</summary>
    public required bool IsRequestedToday { get; init; }

    public string? Notice { get; init; }

    public TrialState State => Trial.StateAt(Now);

    public bool IsPaid => State == TrialState.Paid;

    public bool IsExpired => State == TrialState.Expired;

    /// <summary>Days until the end, in grace until the cut-off; null where it is paid.</summary>
    public int? DaysLeft => Trial.Life.DaysLeftAt(Now);

    /// <summary>How many days there were at first: what the bar of the days left is a part of.</summary>
    public int Days => IsExpired
        ? Period.DaysBetween(Trial.EndDate, CutOff)
        : Period.DaysBetween(Trial.StartDate, Trial.EndDate);

    /// <summary>The day to which the days left are counted.</summary>
    public LocalDate Until => IsExpired ? CutOff : Trial.EndDate;

    public LocalDate CutOff => Trial.Life.CutOffDate(Now);

    /// <summary>The day on which the end is told by mail.</summary>
    public LocalDate Told => Trial.EndDate.PlusDays(-TrialLife.NoticeDays);

    public LocalDate NumbersFree => CutOff.PlusDays(TrialLife.NumberDays);

    public LocalDate Today => Trial.Life.TodayAt(Now);
}
