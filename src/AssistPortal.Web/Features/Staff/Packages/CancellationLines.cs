using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The lines of a package's cancellation terms, as typed. A line that is cleared goes.</summary>
internal static class CancellationLines
{
    public const string Hours = "hours";
    public const string Days = "days";
    public const int MostDays = 366;

    /// <summary>As many may be filled in.</summary>
    public const int Most = 10;

    private const int Empty = 3;

    /// <summary>How many lines the form shows: those filled in, and a few more.</summary>
    public static int Shown(PackageInput input) =>
        Math.Min(Most, Of(input).Select(line => line.Number + 1).DefaultIfEmpty(0).Max() + Empty);

    /// <summary>The lines in which something stands.</summary>
    public static IReadOnlyList<CancellationLine> Of(PackageInput input) =>
    [
        .. from number in Enumerable.Range(0, Most)
           let key = $"{number}"
           let line = new CancellationLine(
               number, Tolerant.Code(input.TierNotice[key]), input.TierUnit[key], Tolerant.Code(input.TierPercent[key]))
           where line.Notice.Length + line.Percent.Length > 0
           select line,
    ];

    public static void Write(PackageInput input, IEnumerable<(int NoticeHours, int Percent)> tiers)
    {
        foreach (var (number, (hours, percent)) in tiers.Index())
        {
            var key = $"{number}";
            var isDays = hours > 0 && hours % 24 == 0;
            input.TierNotice[key] = $"{(isDays ? hours / 24 : hours)}";
            input.TierUnit[key] = isDays ? Days : Hours;
            input.TierPercent[key] = $"{percent}";
        }
    }
}
