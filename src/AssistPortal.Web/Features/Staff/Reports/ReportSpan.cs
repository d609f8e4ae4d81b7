using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Reports;

/// <summary>The months of a report.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record ReportSpan(YearMonth First, YearMonth Last)
{
    /// <summary>So many months are shown where none are chosen.</summary>
    public const int Usual = 12;

    /// <summary>
    /// What is typed; where only one end is, a year from or until there. Without either the year that ends with this
    /// month.
    /// </summary>
    /// <param name="input">What is typed, each end a month or nothing.</param>
    /// <param name="now">The present month is that in UTC.</param>
    public static ReportSpan Of(ReportInput input, Instant now)
    {
        var today = now.InUtc().Date.ToYearMonth();
        return (Tolerant.Month(input.From), Tolerant.Month(input.To)) switch
        {
            ({ } first, { } last) => new(first, last),
            ({ } first, null) => new(first, first.PlusMonths(Usual - 1)),
            (null, { } last) => new(last.PlusMonths(1 - Usual), last),
            _ => new(today.PlusMonths(1 - Usual), today),
        };
    }
}
