using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>All that has happened to a trial and all that will, as things stand.</summary>
public static class Timeline
{
    public const string IsDone = "done";
    public const string IsSent = "sent";
    public const string IsDue = "due";
    public const string IsCancelled = "cancelled";

    internal const string Notice = "notice-";

    private const string Start = "start";
    private const string Extension = "extension";
    private const string Grace = "grace";
    private const string CutOff = "cut-off";
    private const string Conversion = "conversion";
    private const string NumbersReleased = "numbers-released";

    public static readonly IReadOnlyList<string> Events =
    [
        Start, Extension, NameOf(TrialNoticeKind.EndsSoon), Grace, NameOf(TrialNoticeKind.Expired), CutOff,
        NameOf(TrialNoticeKind.Ended),
        Conversion, NumbersReleased,
    ];

    public static readonly IReadOnlyList<string> Statuses = [IsDone, IsSent, IsDue, IsCancelled];

    /// <summary>In the order of time; what comes at the same moment in the order in which it follows.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="notices">Its notices, counted.</param>
    /// <param name="hasNumbers">Whether there are phone numbers to be released, or were.</param>
    /// <param name="now">The moment.</param>
    public static IReadOnlyList<TimelineEvent> Of(
        Trial trial, IReadOnlyList<NoticeCount> notices, bool hasNumbers, Instant now) =>
    [
        .. Acts(trial)
            .Concat(notices.GroupBy(notice => (notice.Kind, notice.EndDate)).Select(Written))
            .Concat(trial.ConvertedAt is null
                ? Unwritten(trial, notices, now).Concat(Turns(trial, hasNumbers, now))
                : Past(trial))
            .OrderBy(item => item.At)
            .ThenBy(item => Events.Index().First(pair => pair.Item == item.Name).Index),
    ];

    private static string NameOf(TrialNoticeKind kind) => Notice + kind switch
    {
        TrialNoticeKind.EndsSoon => "ends-soon",
        TrialNoticeKind.Expired => "expired",
        _ => "ended",
    };

    private static IEnumerable<TimelineEvent> Acts(Trial trial)
    {
        yield return new TimelineEvent(Start, trial.CreatedAt, IsDone);
        if (trial.ExtendedAt is { } extendedAt)
        {
            yield return new TimelineEvent(Extension, extendedAt, IsDone);
        }

        if (trial.ConvertedAt is { } convertedAt)
        {
            yield return new TimelineEvent(Conversion, convertedAt, IsDone);
        }
    }

    private static TimelineEvent Written(IGrouping<(TrialNoticeKind Kind, LocalDate EndDate), NoticeCount> notices)
    {
        var (sent, due, cancelled) =
            (Count(TrialNoticeState.Sent), Count(TrialNoticeState.Waiting), Count(TrialNoticeState.Cancelled));
        return new TimelineEvent(
            NameOf(notices.Key.Kind),
            notices.Min(notice => notice.DueAt),
            due > 0 ? IsDue : sent > 0 ? IsSent : IsCancelled)
        {
            Sent = sent, Due = due, Cancelled = cancelled,
        };

        int Count(TrialNoticeState state) => notices.Where(notice => notice.State == state).Sum(notice => notice.Count);
    }

    /// <summary>Notices whose time is still to come, so that nobody knows whom they go to.</summary>
    private static IEnumerable<TimelineEvent> Unwritten(Trial trial, IReadOnlyList<NoticeCount> notices, Instant now)
    {
        var life = trial.Life;
        if (trial.StateAt(now) == TrialState.Active
            && trial.EndToldOf != trial.EndDate
            && !IsWritten(TrialNoticeKind.EndsSoon))
        {
            yield return new TimelineEvent(NameOf(TrialNoticeKind.EndsSoon), life.NoticeAt, IsDue);
        }

        if (trial.NoticesWrittenOn is null)
        {
            yield return new TimelineEvent(NameOf(TrialNoticeKind.Expired), life.EndsAt, IsDue);
        }

        if (trial.EndedAt is null)
        {
            yield return new TimelineEvent(NameOf(TrialNoticeKind.Ended), life.CutOffAt(now), IsDue);
        }

        bool IsWritten(TrialNoticeKind kind) =>
            notices.Any(notice => notice.Kind == kind && notice.EndDate == trial.EndDate);
    }

    /// <summary>What the dates bring.</summary>
    private static IEnumerable<TimelineEvent> Turns(Trial trial, bool hasNumbers, Instant now)
    {
        var life = trial.Life;
        yield return new TimelineEvent(Grace, life.EndsAt, life.EndsAt <= now ? IsDone : IsDue);
        yield return new TimelineEvent(
            CutOff, trial.EndedAt ?? life.CutOffAt(now), trial.EndedAt is null ? IsDue : IsDone);
        if (hasNumbers)
        {
            yield return new TimelineEvent(
                NumbersReleased,
                trial.NumbersReleasedAt ?? life.NumbersFreeAt(now),
                trial.NumbersReleasedAt is null ? IsDue : IsDone);
        }
    }

    /// <summary>Of what the dates brought, that which a paid trial has behind it.</summary>
    private static IEnumerable<TimelineEvent> Past(Trial trial)
    {
        if (trial.EndsAt <= trial.ConvertedAt)
        {
            yield return new TimelineEvent(Grace, trial.EndsAt, IsDone);
        }
    }
}
