using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>
/// What cancelling costs from a given notice on: of all tiers reached, the one with the longest notice holds.
/// </summary>
public sealed class CancellationTier
{
    private CancellationTier()
    {
    }

    /// <exception cref="ArgumentOutOfRangeException">The notice is below zero, or the share is none.</exception>
    public CancellationTier(int noticeHours, int percent)
    {
        NoticeHours = noticeHours;
        Charge(percent);
    }

    public int PackageId { get; private init; }

    /// <summary>Least notice before the start, in hours.</summary>
    public int NoticeHours { get; private init; }

    /// <summary>Share of the fee, in percent.</summary>
    public int Percent { get; private set; }

    internal void Charge(int percent)
    {
        Check(NoticeHours, percent);
        Percent = percent;
    }

    internal static void Check(int noticeHours, int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(noticeHours);
        Guard.Between(0, 100, percent);
    }
}
