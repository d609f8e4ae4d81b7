using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Which trials are listed.</summary>
public static class CustomerFilter
{
    public const string Everything = "all";
    public const string NotContacted = "not-contacted";

    private const string EndsWithin7 = "ends7";
    private const string EndsWithin30 = "ends30";
    private const string Expired = "expired";
    private const string Paid = "paid";
    private const string Ended = "ended";

    // Between the first moments of two days an hour more or less may lie; the stored moment decides, this finds the
    // rows.
    private const int SpareDays = 2;

    public static readonly IReadOnlyList<string> All =
        [Everything, EndsWithin7, EndsWithin30, NotContacted, Expired, Paid, Ended];

    /// <summary>The filter that was asked for; everything where none can be read.</summary>
    public static string Read(string? typed) =>
        All.FirstOrDefault(filter => filter.Equals(Tolerant.Code(typed), StringComparison.OrdinalIgnoreCase))
            ?? Everything;

    /// <summary>
    /// Whether time presses with the trials of that filter, so that those which end first stand first.
    /// </summary>
    public static bool IsPressing(string filter) => filter is EndsWithin7 or EndsWithin30 or NotContacted or Expired;

    internal static IQueryable<Trial> ThatAre(
        this IQueryable<Trial> trials, string filter, Instant now) => filter switch
    {
        EndsWithin7 => trials.ThatEndBy(now, 7).Where(trial => trial.Within7At <= now),
        EndsWithin30 => trials.ThatEndBy(now, 30).Where(trial => trial.Within30At <= now),
        // That a live trial has not ended says nothing new; the database finds it by its index.
        NotContacted =>
            trials.Where(trial => trial.EndedAt == null && trial.ConvertedAt == null && trial.ContactedAt == null
                && (trial.CutOffAt == null || trial.CutOffAt > now)),
        Expired => trials.Where(trial => trial.EndedAt == null && trial.ConvertedAt == null && trial.EndsAt <= now
            && (trial.CutOffAt == null || trial.CutOffAt > now)),
        Paid => trials.Where(trial => trial.ConvertedAt != null),
        Ended => trials.Where(trial => trial.ConvertedAt == null && trial.CutOffAt <= now),
        _ => trials,
    };

    /// <summary>Trials that end within a fortnight and whose customer nobody has spoken with.</summary>
    internal static IQueryable<Trial> ToBeContacted(this IQueryable<Trial> trials, Instant now) =>
        trials.ThatEndBy(now, 14).Where(trial => trial.Within14At <= now && trial.ContactedAt == null);

    private static IQueryable<Trial> ThatEndBy(this IQueryable<Trial> trials, Instant now, int days)
    {
        var latest = now + Duration.FromDays(days + SpareDays);
        return trials.Where(trial => trial.ConvertedAt == null && trial.EndsAt > now && trial.EndsAt <= latest);
    }
}
