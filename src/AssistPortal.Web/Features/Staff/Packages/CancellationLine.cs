using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>One line.</summary>
/// <param name="Number">Its place in the form, from 0.</param>
/// <param name="Notice">Least notice.</param>
/// <param name="Unit">Hours or days.</param>
/// <param name="Percent">Share of the fee.</param>
internal sealed record CancellationLine(int Number, string Notice, string? Unit, string Percent)
{
    /// <summary>The notice in hours, where it can be read and is no longer than a year.</summary>
    public int? Hours =>
        Tolerant.Number(Notice) is { } number && number <= CancellationLines.MostDays * (IsDays ? 1 : 24)
            ? number * (IsDays ? 24 : 1)
            : null;

    public int? PercentValue => Tolerant.Number(Percent.TrimEnd('%')) is { } percent and <= 100 ? percent : null;

    private bool IsDays => Unit == CancellationLines.Days;
}
