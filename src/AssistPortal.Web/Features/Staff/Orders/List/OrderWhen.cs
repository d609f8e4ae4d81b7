using NodaTime;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Days of events, counted from the day on which the list is looked at.</summary>
public static class OrderWhen
{
    public const string Today = "today";
    public const string Tomorrow = "tomorrow";
    public const string ThisWeek = "this-week";
    public const string NextWeek = "next-week";
    public const string LastWeek = "last-week";

    /// <summary>Weeks begin on Mondays.</summary>
    public static readonly IReadOnlyList<string> All = [Today, Tomorrow, ThisWeek, NextWeek, LastWeek];

    /// <summary>The days that are meant; null for anything else than one of <see cref="All"/>.</summary>
    internal static DateInterval? DaysOf(string? choice, LocalDate today) => OrderFilter.Read(choice, All) switch
    {
        Today => new DateInterval(today, today),
        Tomorrow => new DateInterval(today.PlusDays(1), today.PlusDays(1)),
        ThisWeek => WeekOf(today),
        NextWeek => WeekOf(today.PlusWeeks(1)),
        LastWeek => WeekOf(today.PlusWeeks(-1)),
        _ => null,
    };

    private static DateInterval WeekOf(LocalDate day)
    {
        var monday = day.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        return new DateInterval(monday, monday.PlusDays(6));
    }
}
