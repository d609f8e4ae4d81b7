using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>A line of a trial's time line.</summary>
/// <param name="Name">One of <see cref="Timeline.Events"/>.</param>
/// <param name="At">When it was, or will be.</param>
/// <param name="Status">One of <see cref="Timeline.Statuses"/>.</param>
public sealed record TimelineEvent(string Name, Instant At, string Status)
{
    /// <summary>
    /// Of a notice: how many there are, by what became of them. All zero while its readers are not known.
    /// </summary>
    public int Sent { get; init; }

    /// <inheritdoc cref="Sent" />
    public int Due { get; init; }

    /// <inheritdoc cref="Sent" />
    public int Cancelled { get; init; }

    public bool IsNotice => Name.StartsWith(Timeline.Notice, StringComparison.Ordinal);

    public bool IsToCome => Status == Timeline.IsDue;

    public bool HasReaders => Sent + Due + Cancelled > 0;
}
